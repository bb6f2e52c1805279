"""The method in plain words: a heading and a paragraph each, marked for translation."""

from __future__ import annotations

from partnership.language.texts import message

METHOD: tuple[tuple[str, str], ...] = (
    (
        message("Two countries, two figures: mirror statistics"),
        message(
            "The same trade is counted twice: by the exporting and by the importing country. "
            "Kazakhstan records oil as exports to Italy when it leaves for Trieste; Italy records "
            "only what is cleared in Italy, while the pipeline carries much of that oil on to "
            "Austria, Germany and Czechia, which report it themselves. So Kazakh exports to Italy "
            "are several times what Italy reports as imports. Neither is wrong. Here the two are "
            "never combined in one line: each series has one reporter, and only the figures about "
            "the gap itself divide one by the other."
        ),
    ),
    (
        message("FOB and CIF"),
        message(
            "Exports are valued FOB, free on board: the price at the exporter's border. Imports "
            "are valued CIF: with cost, insurance and freight up to the importer's border. For "
            "the same barrel the import value is therefore higher, usually by a few percent. This "
            "cannot explain the gap in oil, for it would make the Italian figure the larger one, "
            "and the Kazakh one is. The table of trade states the valuation of each row whose "
            "source does."
        ),
    ),
    (
        message("Entitlement by working interest (look-through)"),
        message(
            "Output of a field times a holder's working interest in the middle of the year. Tonnes "
            "are converted to barrels at {factor} barrels a tonne, from Kazakhstan's output of "
            "{factor_year} stated in both. It is not what a company may sell: under a production "
            "sharing agreement cost oil and the state's share come first."
        ),
    ),
    (
        message("Price and quantity effects"),
        message(
            "A change in the value of exports is decomposed by the logarithmic mean Divisia index "
            "(LMDI-I) into the part explained by price and the part explained by quantity. The "
            "two add up exactly. The price is the value divided by the quantity as reported, not "
            "an exchange quotation."
        ),
    ),
    (
        message("Concentration"),
        message(
            "The Herfindahl index is the sum of the squared shares in percent: {monopoly} where "
            "one partner has everything. Where a source lists only the largest partners, the "
            "remainder is once spread over many and once assigned to one, so the true value lies "
            "between."
        ),
    ),
    (
        message("Target for trade turnover"),
        message(
            "The target was set in Kazakhstan's statistics and is compared with no others. "
            "Required growth is the compound annual rate from the latest turnover to the target. "
            "No year was named with the target; the year given on the figure is our assumption. "
            "The price or quantity of crude oil that alone would reach it is calculated with "
            "everything else held constant: a yardstick, not a forecast."
        ),
    ),
    (
        message("Units, currencies and periods"),
        message(
            "Tables keep the unit in which a value was published, unrounded; rounding is for "
            "labels only. Euros are converted to dollars, and dollars to euros, at the European "
            "Central Bank's average rate of the same month or year; values reported in euros are "
            "unchanged when euros are selected. Before {euro} there is no euro. Mt is a million "
            "tonnes, kb/d a thousand barrels a day, bcm a billion cubic metres. Twelve months "
            "make a year only where all twelve are available."
        ),
    ),
    (
        message("Verdicts on the article's claims: what is computed"),
        message(
            "A named function computes the comparison value from the tables; nobody types the "
            "verdict. A number is confirmed where the value found rounds to the digits that the "
            "article gives, with twice that tolerance where it says “about”; approximately right "
            "near it, which for a share of a contract is closer than for statistics. A bound is "
            "confirmed on its right side, growth above zero, a thing by being recorded, a target "
            "by having been set: whether it was met is a separate line. A year off by one is "
            "approximately right, a rank is right or wrong, a date is compared as exactly as it "
            "is claimed. Outdated: right in an earlier period of the same length. Disputed: none "
            "of these. Not verifiable: the tables have no data for its period. A claim that no "
            "table can decide is judged by reading; it says so and carries an open sign."
        ),
    ),
    (
        message("Verdicts on the article's claims: which source and which time"),
        message(
            "Sources are weighed, not counted: an official record (statistics, government, "
            "institution) before a data set, a company, a news agency, the press and opinion; "
            "among equals, the value that more of them give, then the longer period, then the "
            "latest. The others are shown as dissent. The article's present is the month of "
            "publication, and statistics for the twelve months before fit it. A source for the "
            "claim's period takes precedence over one for another period. Data for another period "
            "neither confirm nor dispute a claim: it is not verifiable, however close they come. "
            "Part of the period, or a quantity wider or narrower than the one claimed, does not "
            "confirm it in full. A single press page does not confirm that something exists."
        ),
    ),
    (
        message("Status values"),
        message(
            "Reported: as stated by the source. Estimated: a forecast, a bound or an "
            "approximation. Derived: computed from published figures, with the calculation in the "
            "note. Target: a value aimed for. Planned: an event that a source older than its date "
            "announced, or that was put off. Claimed: as stated by the article or by a politician. "
            "Two sources that disagree are two rows; neither is overwritten."
        ),
    ),
    (
        message("Redistribution"),
        message(
            "Each source states whether its rows may be redistributed under its licence, or "
            "single facts with attribution, or nothing. For a source of facts no whole series is "
            "kept. What may not be redistributed is in no file: neither in a table, nor in a "
            "slide's chart, nor in a saved page; only the picture may show what was computed from "
            "it. Where the rows of a table have different licences, each row of the file names "
            "its own. Electricity before Ember's data begin, oil and gas output and consumption, "
            "and proved reserves are left out, because only the Energy Institute has them."
        ),
    ),
    (
        message("Dates of events"),
        message(
            "Many events are known by month or year only; they are drawn hollow, and never "
            "assigned an invented day. A date is disputed when two sources exclude each other, or "
            "when the article is more exact than every other source read. The list of events "
            "holds what the sources read mention, mostly press; counts are lower bounds."
        ),
    ),
)
