package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A change of a table.
 *
 * @param json as Lambda hands it to a function
 * @param arrived when it was read. It stands for the time of creation, which DynamoDB Local rounds to the minute
 */
record StreamRecord(String sequence, ObjectNode json, Instant arrived) {}
