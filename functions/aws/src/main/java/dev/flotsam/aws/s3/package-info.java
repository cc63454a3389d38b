/** Raw uploads and symbol indexes in S3. */
package dev.flotsam.aws.s3;
