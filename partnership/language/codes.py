"""Labels of the codes in the tables: a role, the status of a value, the kind of a source."""

from __future__ import annotations

from partnership.language.texts import message

ROLES = {
    "operator": message("operator"),
    "co_operator": message("co-operator"),
    "owner": message("owner"),
    "partner": message("partner"),
    "shareholder": message("shareholder"),
    "joint_holder": message("joint holder"),
    "contractor": message("contractor"),
    "supplier": message("supplier"),
    "developer": message("developer"),
    "investor": message("investor"),
    "agreement": message("agreement"),
    "memorandum": message("memorandum"),
    "bidder": message("bidder"),
    "lender": message("lender"),
    "presence": message("presence"),
}


STATUS = {
    "reported": "",
    "estimated": message("estimated"),
    "derived": message("computed"),
    "target": message("target"),
    "planned": message("planned"),
    "claimed": message("stated by the article"),
}


KINDS = {
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
