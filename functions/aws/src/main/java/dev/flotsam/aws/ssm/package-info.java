/** Secrets in the SSM parameter store, encrypted there. Values stay in memory for some minutes and are written nowhere. */
package dev.flotsam.aws.ssm;
