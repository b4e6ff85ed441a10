/** Puts charts where the page has room for them, and again when that changes. */
import { type PlotOptions, plot } from "@observablehq/plot";

/** The charts of a place, for so many pixels of width. */
export type Draw = (widthPx: number) => readonly SVGSVGElement[];

const places = new Map<Element, { readonly place: Element; draw: Draw; widthPx: number }>();

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) redraw(target);
});

/** Draws into the place, whatever was there; an empty place takes no room, so the width is that of what it is in. */
export function drawInto(place: Element, draw: Draw): void {
  const box = place.parentElement;
  if (box === null) return;
  places.set(box, { place, draw, widthPx: 0 });
  redraw(box);
  observer.observe(box);
}

/** Before the elements go. */
export function forget(within: Element): void {
  for (const box of places.keys()) {
    if (!within.contains(box)) continue;
    observer.unobserve(box);
    places.delete(box);
  }
}

/** No screen is that narrow: the box is hidden, or on its way to another width. */
const LEAST_WIDTH_PX = 120;

function redraw(box: Element): void {
  const one = places.get(box);
  if (one === undefined || box.clientWidth < LEAST_WIDTH_PX || box.clientWidth === one.widthPx) return;
  one.widthPx = box.clientWidth;
  one.place.replaceChildren(...one.draw(one.widthPx));
}

/** Plot's chart as one image, which `label` describes. */
export function chart(options: PlotOptions, label: string): SVGSVGElement {
  // Without legend and title Plot makes no figure round it: https://observablehq.com/plot/features/plots#plot-options
  const svg = plot({ ...options, className: "plot", style: { fontSize: "12px" } }) as SVGSVGElement;
  // The page's policy allows its own style sheet alone, which has these rules.
  svg.querySelector("style")?.remove();
  // One image with one name: Plot names the groups in it by their marks.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}
