/** A chat service that runs here: takes webhooks, keeps them, shows them, and misbehaves when told to. */
package dev.flotsam.local.inbox;
