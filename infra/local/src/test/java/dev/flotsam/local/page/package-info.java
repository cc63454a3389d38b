/**
 * The page in a real browser: {@link dev.flotsam.local.page.PageJourneyTest} walks from an upload to a stack,
 * {@link dev.flotsam.local.page.ViewsTest} holds every view to the rules of a page, in both themes, wide and narrow, and
 * keeps their pictures in docs/page when told to ({@code docs/page/shoot}).
 */
package dev.flotsam.local.page;
