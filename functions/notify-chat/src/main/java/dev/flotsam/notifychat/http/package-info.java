/**
 * Requests to addresses that people chose, sent so that they reach nothing inside: see {@link
 * dev.flotsam.notifychat.http.Reach} for what is refused. Apache HttpClient does the HTTP, because it takes a DNS
 * resolver of ours; docs/adr says why.
 */
package dev.flotsam.notifychat.http;
