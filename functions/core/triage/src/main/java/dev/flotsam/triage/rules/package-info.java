/**
 * What an app's owner adds to the rules, and what changed rules do to clusters.
 *
 * <p>{@link dev.flotsam.triage.rules.ManageRules} keeps rules that are wanted apart from those in force: {@link
 * dev.flotsam.triage.rules.PreviewRules} shows what they would move, and {@link dev.flotsam.triage.rules.AdoptRules} signs
 * the app's reports anew before and after it puts them in force. So nothing that people know becomes new.
 */
package dev.flotsam.triage.rules;
