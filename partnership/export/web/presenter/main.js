/** The beginning: this window shows the slides, or is the speaker's. */

import { Audience } from "./audience.js";
import { slides } from "./page.js";
import { afterPrint, beforePrint } from "./slides/print.js";
import { sessionOf } from "./speaker/link.js";
import { Desk } from "./speaker/desk.js";

addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
const session = slides.length ? sessionOf(location.hash) : "";
(session ? new Desk(session) : new Audience()).begin();
