/**
 * {@code template.yaml} becomes what the local stack has to start: {@link dev.flotsam.local.template.TemplateReader}
 * turns the deployed description into typed {@link dev.flotsam.local.template.Template}, so that there is no second list
 * of functions, tables, triggers or limits.
 *
 * <p>{@code YAML → tree with long-form intrinsics → (parameters, conditions) resolved properties → records}. Only
 * properties that are asked for are resolved. An intrinsic or a reference that cannot be resolved locally is an error
 * that names the place; an event source that the local stack cannot serve becomes a note.
 */
package dev.flotsam.local.template;
