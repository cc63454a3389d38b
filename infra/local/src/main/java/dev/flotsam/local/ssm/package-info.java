/**
 * The part of SSM's Parameter Store by which functions read secrets, on loopback, kept in one file that only its owner
 * may read.
 */
package dev.flotsam.local.ssm;
