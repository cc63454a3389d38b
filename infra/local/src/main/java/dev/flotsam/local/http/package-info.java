/**
 * The HTTP front: a request on loopback becomes an API Gateway proxy event for the function that the template routes to,
 * and its answer becomes the response.
 */
package dev.flotsam.local.http;
