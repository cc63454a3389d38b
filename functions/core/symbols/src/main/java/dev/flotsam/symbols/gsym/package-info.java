/** GSYM: written at upload, read at triage. (Specification to come.) */
package dev.flotsam.symbols.gsym;
