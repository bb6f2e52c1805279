"""Labels of things and what they are: sectors, assets, projects, stakes, materials."""

from __future__ import annotations

from partnership.language.texts import message

SECTOR = {
    "oil_gas": message("Oil and gas"),
    "renewables": message("Renewables"),
    "minerals": message("Minerals"),
    "trade": message("Trade"),
    "transport": message("Transport"),
    "diplomacy": message("Diplomacy"),
    "companies": message("Companies"),
}
PROJECT_SECTOR = {
    "oil_gas": message("Oil and gas"),
    "renewables": message("Renewables"),
    "transport": message("Transport"),
    "companies": message("Other business"),
}
"""Sectors of projects of companies, among which `companies` are those of no other sector."""
ASSET_KIND = {
    "oil_field": message("oil field"),
    "gas_field": message("gas field"),
    "oil_gas_field": message("oil and gas field"),
    "exploration_block": message("exploration block"),
    "oil_pipeline": message("oil pipeline"),
    "gas_pipeline": message("gas pipeline"),
    "refinery": message("refinery"),
    "processing_plant": message("processing plant"),
    "oil_terminal": message("oil terminal"),
    "wind_farm": message("wind farm"),
    "solar_plant": message("solar plant"),
    "hybrid_plant": message("hybrid power plant"),
    "mineral_deposit": message("mineral deposit"),
    "corridor": message("transport corridor"),
    "corridor_node": message("station, port or crossing of the Middle Corridor"),
    "corridor_leg": message("leg of the Middle Corridor"),
    "tanker_route": message("tanker route"),
}
ASSET_KIND_GROUP = {
    "fields": message("Fields"),
    "pipelines": message("Pipelines"),
    "plants": message("Plants and terminals"),
    "wind_solar": message("Wind and solar"),
    "deposits": message("Deposits"),
    "corridor": message("Middle Corridor"),
    "tankers": message("Tankers"),
}
"""Groups of kinds by which a map is filtered; see `state.KIND_GROUPS`."""
ASSET_STATUS = {
    "operating": message("operating"),
    "construction": message("under construction"),
    "planned": message("planned"),
    "exploration": message("exploration"),
    "discovered": message("discovered"),
    "suspended": message("suspended"),
    "abandoned": message("abandoned"),
    "unknown": message("not known"),
}
"""States of an asset."""
STEP = {
    "announced": message("Announced"),
    "agreed": message("Agreed"),
    "investment_decision": message("Investment decision"),
    "construction": message("Construction start"),
    "delayed": message("Delayed to {value}"),
    "operating": message("In operation"),
    "inaugurated": message("Inaugurated"),
    "operating_due": message("Due: {value} MW"),
}
"""Steps of building a plant; `value` is what the step is about."""
MODE = {"rail": message("rail"), "sea": message("sea"), "road": message("road")}
"""How a leg of a route is travelled."""
COMMODITY = {
    "aluminium": message("aluminium"),
    "barite": message("barite"),
    "beryllium": message("beryllium"),
    "boron": message("boron"),
    "chromium": message("chromium"),
    "cobalt": message("cobalt"),
    "copper": message("copper"),
    "fluorite": message("fluorite"),
    "gas": message("gas"),
    "gold": message("gold"),
    "iron": message("iron"),
    "lead": message("lead"),
    "manganese": message("manganese"),
    "molybdenum": message("molybdenum"),
    "nickel": message("nickel"),
    "oil": message("oil"),
    "phosphate": message("phosphate"),
    "rare_earths": message("rare earths"),
    "silver": message("silver"),
    "solar": message("solar"),
    "strontium": message("strontium"),
    "tantalum": message("tantalum"),
    "tin": message("tin"),
    "titanium": message("titanium"),
    "tungsten": message("tungsten"),
    "uranium": message("uranium"),
    "vanadium": message("vanadium"),
    "wind": message("wind"),
    "zinc": message("zinc"),
    "zirconium": message("zirconium"),
}
"""What fields and deposits yield, in the middle of a sentence."""
ENERGY_SOURCE = {
    "coal": message("Coal"),
    "oil": message("Oil"),
    "gas": message("Gas"),
    "nuclear": message("Nuclear"),
    "hydro": message("Hydro"),
    "wind": message("Wind"),
    "solar": message("Solar"),
    "other": message("Other renewables"),
}
"""What electricity is generated from."""
MATERIAL_USE = {
    "batteries": message("Batteries"),
    "vehicles": message("Vehicles"),
    "defence": message("Defence"),
    "electronics": message("Electronics"),
}
"""What a critical material is needed for; see `materials.used_in`."""
MATERIAL_BASIS = {
    "processed": message("metal only"),
    "not_listed": message("not listed"),
}
"""Why a material has no share of world output, where that is known."""
ROLE = {
    "operator": message("operator"),
    "co_operator": message("joint operator"),
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
"""What a company is in a project."""
STAKE_START = {
    "closing": message("closed"),
    "takeover": message("holder taken over or merged"),
    "agreement": message("agreed"),
    "announcement": message("announced, closing not known"),
    "expected": message("expected, closing not known"),
    "list": message("first listed, change earlier"),
    "naming": message("so named in a later list, no deal known"),
}
"""What the start of a split of shares rests on, in a few words."""
STAKE_START_SENTENCE = {
    "closing": message("Valid from {day}, when the change was closed."),
    "takeover": message("Valid from {day}, when a holder was taken over or merged."),
    "agreement": message("Valid from {day}, when it was agreed."),
    "announcement": message("Announced {when}; when it was closed is not known."),
    "expected": message("Expected to close {when}; when it was closed is not known."),
    "list": message("First listed {when}; the change itself was earlier."),
}
"""The same as a sentence with its day, or its time; a naming is no change."""
FLOW = {"export": message("export"), "import": message("import")}
