package io.commerceroutes.drills;

/** What has to hold at the end of a payment drill. */
enum Promise {
    IT_IS_CARRIED_OUT("the drill is carried out"),
    ALL_IS_DECIDED("no order, payment or refund is undecided"),
    MONEY_IS_WHERE_IT_BELONGS("the gateway keeps what PAID orders cost, each once, and nothing else"),
    NO_ORDER_IS_LOST("each order that was answered is there, once, and canceled if that was answered"),
    POINTS_ARE_RIGHT("points beside orders are what they were"),
    THE_AUDIT_IS_CLEAN("the audit finds nothing, and no card is kept"),
    NOTHING_IS_DONE_TWICE("no attempt is sent twice, no answer settled twice, no refund made twice");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
