/**
 * S3 on loopback over files, and the events it sends: {@code put, copy, completed multipart upload → journal → S3 event →
 * the functions whose trigger matches}.
 *
 * <p>S3Proxy checks signatures (header, presigned GET, PUT and POST). It keeps no versions, so events carry no versionId.
 */
package dev.flotsam.local.s3;
