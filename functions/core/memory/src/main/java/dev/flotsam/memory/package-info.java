/**
 * Why did the app end, and what filled its memory?
 *
 * <p>Pure functions over the reports that tell: Jetsam events ({@code jetsam}), session trails ({@code session}) and
 * their joining ({@code incident}) end in a verdict ({@code verdict}).
 */
package dev.flotsam.memory;
