package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.ProcessInfo.Host;
import java.util.List;

/** What kind of process it was, told by its paths and what it had loaded. */
final class ProcessHost {
    private ProcessHost() {}

    static Host of(String processName, String path, List<BinaryImage> images) {
        if (processName.equals("xctest") || path.contains(".xctest") || hasTests(images)) {
            return Host.TEST;
        }
        if (path.contains(".appex/")) {
            return Host.EXTENSION;
        }
        return path.contains(".app/") ? Host.APP : Host.OTHER;
    }

    private static boolean hasTests(List<BinaryImage> images) {
        for (BinaryImage image : images) {
            String name = image.name();
            if (name.equals("XCTest") || name.equals("XCTestCore") || name.equals("libXCTestBundleInject.dylib")) {
                return true;
            }
        }
        return false;
    }

    static boolean isSimulator(String path, List<String> applicationInfo, List<BinaryImage> images) {
        if (path.contains("/CoreSimulator/") || path.contains("/iPhone Simulator/")) {
            return true;
        }
        for (String line : applicationInfo) {
            if (line.startsWith("CoreSimulator ")) {
                return true;
            }
        }
        for (BinaryImage image : images) {
            if (image.name().equals("dyld_sim") || image.path().endsWith("/dyld_sim")) {
                return true;
            }
        }
        return false;
    }
}
