"""Labels of what is known and how: values, sources, claims, events."""

from __future__ import annotations

from partnership.language.texts import message

VALUE_STATUS = {
    "reported": message("reported"),
    "estimated": message("estimated"),
    "derived": message("derived"),
    "target": message("target"),
    "planned": message("planned"),
    "claimed": message("claimed"),
}
"""The status of a value as a cell of a table."""
VALUE_STATUS_REMARK = {
    "reported": "",
    "estimated": message("estimated"),
    "derived": message("computed"),
    "target": message("target"),
    "planned": message("planned"),
    "claimed": message("stated by the article"),
}
"""The same in brackets behind a value, for readers who do not know the codes; a reported value
needs no remark."""
VALUE_STATUS_EXPLAINED = {
    "reported": message("reported"),
    "derived": message("computed from published figures"),
    "estimated": message("estimated"),
}
"""The same where a chart of nothing else has room for it: what a point or a bar of output is."""
SOURCE_KIND = {
    "press": message("press"),
    "agency": message("news agency"),
    "opinion": message("opinion"),
    "statistics": message("statistical office or register"),
    "dataset": message("data set"),
    "company": message("company"),
    "government": message("government"),
    "geometry": message("map data"),
    "institution": message("institution"),
    "article": message("the article"),
}
LICENCE = {
    "CC-BY-4.0": message("CC BY 4.0"),
    "CC-BY-SA-4.0": message("CC BY-SA 4.0"),
    "ODbL-1.0": message("ODbL 1.0"),
    "Apache-2.0": message("Apache 2.0"),
    "etalab-2.0": message("Etalab Open Licence 2.0"),
    "public-domain": message("public domain"),
    "official-statistics": message("official statistics, free with reference"),
    "free-with-attribution": message("free with attribution"),
    "publisher-terms": message("publisher's terms, facts quoted"),
}
PASSED_ON = {
    "yes": message("yes, under its licence"),
    "facts": message("single facts, with the source"),
    "no": message("no"),
}
"""What may be passed on of a source; see `sources.redistribute`."""
UNDATED = {
    "no_day_shown": message("no day shown"),
    "continuous": message("kept up to date"),
}
"""Why a source has no date."""
VERDICT = {
    "confirmed": message("Confirmed"),
    "approximately": message("Approximately right"),
    "disputed": message("Disputed"),
    "outdated": message("Outdated"),
    "not_verifiable": message("Not verifiable"),
}
VERDICT_BASIS = {
    "computed": message("computed"),
    "editorial": message("judged by reading"),
}
"""How a verdict came about."""
TIME_FIT = {
    "same": message("for the period of the claim"),
    "newest": message("for the year before the period of the claim"),
    "part": message("for part of the claim's period, so approximately right at best"),
    "earlier": message("for an earlier period, which can neither confirm nor dispute the claim"),
    "later": message("for a later period, which can neither confirm nor dispute the claim"),
    "any": "",
}
"""How the time of the data lies to that of the claim; see `analysis.periods`."""
TIME_FIT_SHORT = {
    "part": message("part of that period"),
    "earlier": message("an earlier period"),
    "later": message("a later period"),
}
"""The same in a word, where it weighs on the verdict."""
STANCE = {
    "supports": message("Supports"),
    "contradicts": message("Contradicts"),
    "qualifies": message("Qualifies"),
    "explains": message("Explains"),
    "context": message("Context"),
}
"""What a piece of evidence says of its claim."""
CLAIM_BOUND = {
    "lower_bound": message("more than {value}"),
    "upper_bound": message("less than {value}"),
    "aim": message("a target of {value}"),
}
"""What a claim says of its value, where it is not the value itself."""
METHOD = {
    "stake": message("the reported list of holders valid on the day"),
    "observation": message("published values for the period"),
    "observation_within": message("published values for the longest period within the year"),
    "observation_latest": message("the latest value published by the time of the article"),
    "observation_any": message("all published values"),
    "observation_range_end": message(
        "one end of the published ranges, which is no estimate of its own"
    ),
    "export_share": message("Italy's share of Kazakhstan's reported exports"),
    "export_rank": message("the rank of Italy among Kazakhstan's reported exports"),
    "turnover": message("both directions added up, as reported by that country"),
    "crude_share": message("Kazakhstan's share of Italy's crude imports by volume"),
    "fuel_share": message("mineral fuels as a share of Italy's reported imports"),
    "imports_without_fuels": message("Italy's reported imports other than fuels"),
    "exports_growth": message("the growth of Italy's reported exports of these groups of goods"),
    "asset_capacity": message("the nameplate capacity of the plant"),
    "asset_capacity_sum": message("the nameplate capacities of the plants, added up"),
    "asset_start": message("the first year of operation"),
    "asset_in_region": message("the region in which the plant stands"),
    "firm_at_work": message("the projects of the firm on record"),
    "event": message("the event, where others report it"),
    "event_date": message("the date of the event"),
    "months_between": message("the time between two events, in mean months"),
    "aim": message("the event in which the target was set"),
    "aim_of_turnover": message("the event in which the target was set"),
}
"""What each function of `analysis.methods` looks at."""
EVENT_KIND = {
    "recognition": message("recognition"),
    "institution": message("institution"),
    "treaty": message("treaty"),
    "law": message("law or approval"),
    "visit": message("visit"),
    "meeting": message("meeting"),
    "forum": message("forum"),
    "agreement": message("agreement"),
    "award": message("contract"),
    "deal": message("deal"),
    "decision": message("decision"),
    "ownership_change": message("change of owner"),
    "start_up": message("start"),
    "incident": message("incident"),
    "statistics": message("statistics"),
    "target": message("target"),
    "exhibition": message("exhibition"),
}
"""What one event is."""
EVENT_KIND_HEADING = {
    "recognition": message("Recognition"),
    "institution": message("Embassies and institutions"),
    "treaty": message("Treaties"),
    "law": message("Laws and approvals of treaties"),
    "visit": message("Visits"),
    "meeting": message("Meetings with companies"),
    "forum": message("Forums"),
    "agreement": message("Agreements"),
    "award": message("Contracts"),
    "deal": message("Deals"),
    "decision": message("Decisions"),
}
"""Kinds of events of diplomacy over many of them; see `analysis.diplomacy.KINDS`."""
DATE_BASIS = {
    "event": message("the event"),
    "report": message("day of the report"),
    "law": message("day of the law or approval"),
    "gazette": message("day of publication"),
}
"""What the date of an event is the day of."""
DATE_BASIS_MARK = {
    "event": "",
    "report": message("{date} (report)"),
    "law": message("{date} (law)"),
    "gazette": message("{date} (published)"),
}
"""A date with the same in a word, where it is not that of the event itself."""
DATE_PRECISION = {"day": message("day"), "month": message("month"), "year": message("year")}
"""To what the date of an event is known."""
DATE_PRECISION_REMARK = {
    "day": message("the day is known"),
    "month": message("the month"),
    "year": message("the year"),
}
"""The same as a remark beside the date."""
PLAN_OUTCOME = {
    "happened": "",
    "ahead": message("planned"),
    "open": message("planned; outcome not found"),
    "dropped": message("planned, did not take place"),
}
"""What became of a planned event; see `analysis.diplomacy.standing`."""
