/**
 * One abstract test per port: what every adapter has to do, and every fake.
 *
 * <p>Extend a contract, give it an empty store, and its tests run.
 */
package dev.flotsam.contracts.port;
