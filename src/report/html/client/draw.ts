/** Draws charts into their places, and draws them again when the width changes. */
import { type PlotOptions, plot } from "@observablehq/plot";

/** Makes the charts of a place for a given width. */
export type Draw = (widthPx: number) => readonly SVGSVGElement[];

const places = new Map<Element, { readonly place: Element; draw: Draw; widthPx: number }>();

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) redraw(target);
});

/** Replaces the content of a place by charts. An empty place has no width, so its parent's width counts. */
export function drawInto(place: Element, draw: Draw): void {
  const box = place.parentElement;
  if (box === null) return;
  places.set(box, { place, draw, widthPx: 0 });
  redraw(box);
  observer.observe(box);
}

/** Stops redrawing the places in an element. To be called before the element is removed. */
export function forget(within: Element): void {
  for (const box of places.keys()) {
    if (!within.contains(box)) continue;
    observer.unobserve(box);
    places.delete(box);
  }
}

/** No screen is this narrow: the box is hidden, or its width is just changing. */
const LEAST_WIDTH_PX = 120;

function redraw(box: Element): void {
  const one = places.get(box);
  if (one === undefined || box.clientWidth < LEAST_WIDTH_PX || box.clientWidth === one.widthPx) return;
  one.widthPx = box.clientWidth;
  one.place.replaceChildren(...one.draw(one.widthPx));
}

/** Plot's chart as one image that `label` describes. */
export function chart(options: PlotOptions, label: string): SVGSVGElement {
  // Without legend and title, Plot does not wrap it in a figure:
  // https://observablehq.com/plot/features/plots#plot-options
  const svg = plot({ ...options, className: "plot", style: { fontSize: "12px" } }) as SVGSVGElement;
  // The page's policy allows only its own style sheet, which has these rules.
  svg.querySelector("style")?.remove();
  // One image with one name: Plot also names the groups inside after their marks.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}
