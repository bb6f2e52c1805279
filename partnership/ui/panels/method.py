"""The method in plain words: a heading and a paragraph each, marked for translation."""

from __future__ import annotations

from partnership.language.texts import message

METHOD: tuple[tuple[str, str], ...] = (
    (
        message("Two countries, two figures: mirror statistics"),
        message(
            "The same trade is counted twice: by the country that sells and by the country that"
            " buys. Kazakhstan books oil for Italy when it leaves for Trieste; Italy books only"
            " what is cleared in Italy, while the pipeline carries much of that oil on to Austria,"
            " Germany and Czechia, which declare it themselves. So Kazakh exports to Italy are"
            " several times what Italy declares as imports. Neither is wrong. Here the two are"
            " never put into one line: each series has one reporter, and only the figures about"
            " the gap itself divide one by the other."
        ),
    ),
    (
        message("FOB and CIF"),
        message(
            "Exports are valued FOB, free on board: the price at the border of the seller. Imports"
            " are valued CIF: with cost, insurance and freight up to the buyer's border. For the"
            " same barrel the import is therefore the larger figure, usually by a few percent."
            " This cannot explain the gap in oil, for it would make the Italian figure the larger"
            " one, and the Kazakh one is. The table of trade says for each row how it was valued."
        ),
    ),
    (
        message("Look-through: whose oil it is"),
        message(
            "Output of a field times a holder's working interest on 1 July of the year. Tonnes"
            " become barrels at {factor} barrels a tonne, from Kazakhstan's output of 2023 stated"
            " in both. It is not what a company may sell: under a production sharing agreement"
            " costs and the state's share come first."
        ),
    ),
    (
        message("Price and quantity"),
        message(
            "A change in the value of exports is split by the logarithmic mean (LMDI-I): the part"
            " that a changed price explains and the part that a changed quantity explains. The two"
            " add up exactly. The price is the value divided by the quantity as declared, not a"
            " quotation of an exchange."
        ),
    ),
    (
        message("Concentration"),
        message(
            "The Herfindahl index is the sum of the squared shares in percent: 10,000 where one"
            " partner has everything. Where a source lists only the largest partners, the rest is"
            " once spread over many and once given to one, so that the true value lies between."
        ),
    ),
    (
        message("The aim for trade in both directions"),
        message(
            "The aim was set in Kazakhstan's statistics and is held against no others. Growth"
            " needed is the yearly rate that leads from the latest turnover to the aim,"
            " compounded. No year was named with the aim; the year that stands on the figure"
            " is our supposition. What price or quantity of crude oil alone would do it is worked"
            " out with everything else held still: a yardstick, not a forecast."
        ),
    ),
    (
        message("Units, currencies and periods"),
        message(
            "Tables keep the unit in which a value was published, unrounded; rounding is for the"
            " label. Euros become dollars, and dollars euros, at the European Central Bank's mean"
            " rate of the same month or year; what was declared in euros stays as declared when"
            " euros are chosen. Before 1999 there is no euro. Mt is a million tonnes, kb/d a"
            " thousand barrels a day, bcm a billion cubic metres. Twelve months make a year only"
            " where all twelve are there."
        ),
    ),
    (
        message("Verdicts on the article's claims: what is computed"),
        message(
            "A named function computes the value to compare with from the tables; nobody types the"
            " verdict. A number is confirmed where the value found rounds to the digits that the"
            " article prints, with twice that room where it prints “about”; approximately right"
            " near it, which for a share of a contract is closer than for what statistics measure."
            " A bound is confirmed on its right side, growth above zero, a thing by being on file,"
            " an aim by having been set: whether it was met is a line of its own. A year off by one"
            " is approximately right, a rank is right or wrong, a date is compared as exactly as it"
            " is claimed. Outdated: right in an earlier period of the same length. Disputed: none"
            " of these. Not verifiable: the tables hold nothing of its time to compare with. A"
            " claim that no table can decide is judged by reading; it says so and carries an open"
            " sign."
        ),
    ),
    (
        message("Verdicts on the article's claims: which source and which time"),
        message(
            "Sources are weighed, not counted: an official record (statistics, government,"
            " institution) before a data set, a company, a news agency, the press and opinion; of"
            " equals, what more of them say, then the longer span, then the newest. The others are"
            " shown as the dissent."
            " The article's today is the month in which it was printed, and statistics of the"
            " twelve months before fit it. A source of the claim's time goes before one of another"
            " time. Data of another time neither confirm nor dispute a claim: it is not verifiable,"
            " however near they come. A part of the time, or a quantity wider or narrower than the"
            " one claimed, does not confirm it in full. One page of the press alone does not"
            " confirm that something exists."
        ),
    ),
    (
        message("What the words of status mean"),
        message(
            "Reported: as the source says. Estimated: a forecast, a bound or an approximation."
            " Derived: computed from published figures, the arithmetic stands in the note. Target:"
            " what is aimed at. Claimed: what the article says. Two sources that disagree are two"
            " rows; none is overwritten."
        ),
    ),
    (
        message("What may be passed on"),
        message(
            "Each source says whether its rows may be passed on under its licence, or single facts"
            " of it with the source, or nothing. Of a source of facts no whole series is kept."
            " What may not be passed on is in no file: neither in a table, nor in a slide's chart,"
            " nor in a page that is saved; the picture alone may show what was computed from it."
            " Where the rows of a table stand under different licences, each row of the file names"
            " its own. Electricity before Ember's data begin, oil and gas output and consumption,"
            " and proved reserves are left out, because only the Energy Institute has them."
        ),
    ),
    (
        message("Dates of events"),
        message(
            "Many events are known by month or year only; they are drawn hollow, and never moved"
            " to an invented day. A date is in doubt when two sources exclude each other, or when"
            " the article is more exact than every other source read. The list of events holds"
            " what the sources read mention, mostly press; counts are lower bounds."
        ),
    ),
)
