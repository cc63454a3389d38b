package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Page.Listing;
import java.util.List;

/** The cluster's list of reports. */
final class ListReports implements ClusterWrite {
    private final Pages pages;

    ListReports(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void write(ClusterId cluster, List<Step> steps) {
        pages.put(Page.of(new Listing.OfCluster(cluster), steps));
    }
}
