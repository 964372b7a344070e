package org.netlink4j.rtnetlink.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random topology: the same for the same seed and number, on the same kernel.
 *
 * @param base what it stands on
 * @param steps how it is made, the base first
 * @param devices the links that were drawn
 */
record Topology(List<Step> base, List<Step> steps, List<Draw.Device> devices) {
    /** The features by what they make, in the order in which it can be made, and how many of a hundred objects are of it. */
    private enum Share {
        LINKS(LinkFeatures.LINKS, 14),
        SETTINGS(LinkFeatures.SETTINGS, 4),
        ADDRESSES(AddressFeatures.ADDRESSES, 10),
        NEIGHBOURS(AddressFeatures.NEIGHBOURS, 8),
        NEXT_HOPS(RouteFeatures.NEXT_HOPS, 8),
        ROUTES(RouteFeatures.ROUTES, 16),
        RULES(RuleFeatures.RULES, 6),
        QDISCS(TrafficFeatures.QDISCS, 8),
        FILTERS(TrafficFeatures.FILTERS, 10),
        ACTIONS(TrafficFeatures.ACTIONS, 4),
        FORWARDING(BridgeFeatures.FORWARDING, 6),
        GROUPS(BridgeFeatures.GROUPS, 4),
        VLANS(BridgeFeatures.VLANS, 4);

        private final List<Feature> features;
        private final int percent;

        Share(List<Feature> features, int percent) {
            this.features = features;
            this.percent = percent;
        }
    }

    /** All that could be in one. */
    static List<Feature> features() {
        return Arrays.stream(Share.values()).flatMap(share -> share.features.stream()).toList();
    }

    /** Uses every feature that is not missing as often as the other ones of its kind, in an order that is drawn. */
    static Topology draw(long seed, int objects, Set<String> missing) {
        Draw draw = new Draw(seed);
        List<Step> base = Base.steps(draw);
        List<Step> steps = new ArrayList<>();
        Random order = new Random(seed);
        for (Share share : Share.values()) {
            List<Feature> available = share.features.stream().filter(feature -> !missing.contains(feature.name())).toList();
            int count = available.isEmpty() ? 0 : (objects * share.percent + 99) / 100;
            for (int made = 0; made < count; ) {
                List<Feature> shuffled = new ArrayList<>(available);
                Collections.shuffle(shuffled, order);
                for (Feature feature : shuffled.subList(0, Math.min(shuffled.size(), count - made))) {
                    steps.addAll(feature.steps().apply(draw));
                    made++;
                }
            }
        }
        List<Step> all = new ArrayList<>(base);
        all.addAll(steps);
        all.sort(Comparator.comparing(Step::tool)); // which keeps the order of equal ones: few batches
        return new Topology(base, List.copyOf(all), draw.devices());
    }

    /** The devices that may have classes and filters. */
    List<Draw.Device> shaped() {
        return Base.SHAPED;
    }

    /** Whether the kernel has VLANs of bridges: without, it does not even list none. */
    boolean hasVlans() {
        return steps.stream().anyMatch(step -> step.command().startsWith("bridge vlan"));
    }

    /** The kinds of actions that stand alone or in a filter. */
    Set<String> actionKinds() {
        Set<String> kinds = new TreeSet<>();
        for (Step step : steps) {
            String[] words = step.line().split(" ");
            for (int i = 0; i + 1 < words.length; i++) {
                if (step.tool() == Tool.TC && words[i].equals("action")) {
                    kinds.add(words[i + 1]);
                }
            }
        }
        return kinds;
    }

    /** The steps in parts of one tool. */
    Map<Tool, List<Step>> batches() {
        Map<Tool, List<Step>> batches = new LinkedHashMap<>();
        steps.forEach(step -> batches.computeIfAbsent(step.tool(), _ -> new ArrayList<>()).add(step));
        return batches;
    }
}
