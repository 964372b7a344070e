package org.netlink4j.rtnetlink.cli;

/** What {@code tc} 6.1 prints among JSON and is none, as JSON. */
final class BrokenJson {
    private BrokenJson() {}

    /** {@code default 2} of hfsc, in hexadecimal digits, and the bands of multiq. */
    static String ofQdiscs(String text) {
        return text.replaceAll("\\{default ([0-9a-f]+) }", "{\"default\":\"0x$1\"}")
                .replaceAll("\\{bands (\\d+)/(\\d+) }", "{\"bands\":$1,\"max_bands\":$2}");
    }

    /** Lines of extended matches, which are left out, and the fields of skbmod. */
    static String ofFilters(String text) {
        return text.replaceAll("\n( +[^\n\"{}]*\n)+", "")
                .replaceAll("(\"order\":\\d+)skbmod ,", "$1,\"kind\":\"skbmod\",")
                .replaceAll("}[^{}\"]*\n\t index (\\d+) ref (\\d+) bind (\\d+)\n?", "},\"index\":$1,\"ref\":$2,\"bind\":$3");
    }
}
