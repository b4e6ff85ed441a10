/** Proves: three runs at once do not disturb each other. */
import { sideBySide } from "./side-by-side-tests.ts";

sideBySide(3);
