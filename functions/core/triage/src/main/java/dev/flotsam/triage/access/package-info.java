/** Who may do what: API keys with roles and apps. */
package dev.flotsam.triage.access;
