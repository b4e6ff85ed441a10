import { sideBySide } from "./side-by-side-tests.ts";

sideBySide(8);
