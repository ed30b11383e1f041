import { encodePoints, hasInk, type Shape, withClip } from "@inkroom/shapes";
import { ALL_FIXTURES, fixture } from "@inkroom/shapes/testing";
import { describe, expect, it, test } from "vitest";
import { exportArea } from "./export-area.ts";
import { type SvgOptions, writeSvg } from "./svg-writer.ts";

const svgOf = (shapes: readonly Shape[], options: Partial<SvgOptions> = {}): string =>
  writeSvg(shapes, {
    area: exportArea(shapes, 8) ?? { x: 0, y: 0, w: 1, h: 1 },
    colorOf: ({ color, shade }) => `${color}-${shade}`,
    ...options,
  });

test.each(ALL_FIXTURES.filter(hasInk))("a $kind is written as recorded", async (shape) => {
  await expect(svgOf([shape])).toMatchFileSnapshot(`./__golden__/${shape.kind}.svg`);
});

describe("the SVG of a board", () => {
  it("has the shapes in the order given, each in a group of its own", () => {
    const svg = svgOf([fixture("rect", { color: "red" }), fixture("line", { color: "blue" })]);
    expect(svg.match(/<g /g)).toHaveLength(2);
    expect(svg.indexOf("red-full")).toBeLessThan(svg.indexOf("blue-full"));
  });

  it("has what is inside of ink that has closed itself, under the ink", () => {
    const format = { quantum: 1, pressure: false };
    const corners = [
      { x: 0, y: 0 },
      { x: 120, y: 0 },
      { x: 50, y: 70 },
      { x: 2, y: 3 },
    ];
    const loop = fixture("draw", { ...format, points: encodePoints(corners, format), count: 4, fill: "solid", fillColor: "teal" });
    const svg = svgOf([loop, { ...loop, id: "empty", fill: "none" }]);
    expect(svg.match(/teal-inside/g)).toHaveLength(1);
    expect(svg.indexOf("teal-inside")).toBeLessThan(svg.indexOf("ink-full"));
    expect(svg).toMatch(/d="M 0 0 L [^"A-KM-Y]+ Z" fill="teal-inside"/);
  });

  it("turns a shape about the middle of its frame and fades it as one piece", () => {
    const svg = svgOf([fixture("rect", { rotation: Math.PI / 2, opacity: 0.5, w: 120, h: 80 })]);
    expect(svg).toContain('<g transform="translate(100 50) rotate(90 60 40)" opacity="0.5">');
  });

  it("escapes what people wrote, so that no text becomes markup", () => {
    const text = `<script>alert("1")</script> & 'x' \u0000\uD800`;
    const svg = svgOf([fixture("text", { text })]);
    expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; \uFFFD\uFFFD");
    expect(svg).not.toMatch(/<(?!\/?(svg|g|path|text|tspan)\b)/);
  });

  it("makes links of the web addresses that people wrote, and of nothing else", () => {
    const wide = { measureLine: (line: string) => line.length * 10 };
    const svg = svgOf([fixture("text", { text: 'at https://a.example/?b=1&c="x', align: "left" })], wide);
    expect(svg).toMatch(
      /<a href="https:\/\/a\.example\/\?b=1&amp;c=" target="_blank" rel="noopener noreferrer"><text [^>]*>.*<\/text><\/a>/,
    );
    expect(svg).toContain("at ");
    expect(svgOf([fixture("text", { text: "https://a.example/ä" })], wide)).toContain('<a href="https://a.example/%C3%A4"');
    const inLink = svgOf([fixture("text", { text: "https://a.example", link: "https://b.example" })], wide);
    expect(inLink.match(/<a [^>]*>/g)).toEqual(['<a href="https://b.example" target="_blank" rel="noopener noreferrer">']);
    for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
      expect(svgOf([fixture("text", { text })], wide)).not.toContain("<a ");
  });

  it("draws the signs of lists, and sets what is read from the right from there", () => {
    const svg = svgOf([fixture("text", { text: "[x] done\n- שלום", align: "left" })]);
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(svg).toMatch(/<text [^>]*direction="rtl" text-anchor="start"[^>]*><tspan[^>]*>שלום<\/tspan>/);
  });

  it("sets each paragraph of a text from the side from which it is read, where the text is aligned to", () => {
    const sides = (["left", "right", "center"] as const).map((align) => {
      const svg = svgOf([fixture("text", { text: "\u05e9\u05dc\u05d5\u05dd!\nhello", align })]);
      return [...svg.matchAll(/<text [^>]*?((?:direction="rtl" )?text-anchor="\w+")/g)].map(([, side]) => side);
    });
    expect(sides).toEqual([
      ['text-anchor="start"', 'direction="rtl" text-anchor="end"'],
      ['text-anchor="end"', 'direction="rtl" text-anchor="start"'],
      ['text-anchor="middle"', 'direction="rtl" text-anchor="middle"'],
    ]);
  });

  it("has what is printed on the paper under everything, where that is asked for", () => {
    const mark = { path: ["M", 0, 0.12345, "L", 50, 0], color: 'a"b', width: 1.5, opacity: 0.25 } as const;
    const svg = svgOf([fixture("rect")], { marks: [mark], background: "white" });
    const print =
      '<path d="M 0 0.123 L 50 0" fill="none" stroke="a&quot;b" stroke-width="1.5" stroke-opacity="0.25" stroke-linecap="round"/>';
    expect(svg).toContain(print);
    expect(svg.indexOf("<rect")).toBeLessThan(svg.indexOf(print));
    expect(svg.indexOf(print)).toBeLessThan(svg.indexOf("<g "));
    expect(svgOf([fixture("rect")])).not.toContain("stroke-opacity");
  });

  it("breaks text of a fixed width where the measurer says", () => {
    const shape = fixture("text", { text: "one two three", autoWidth: false, w: 60 });
    expect(svgOf([shape]).match(/<tspan/g)).toHaveLength(1);
    expect(svgOf([shape], { measureLine: (line) => line.length * 10 }).match(/<tspan/g)).toHaveLength(3);
  });

  it("carries pictures in itself, cut and mirrored as they are seen, and nothing that is no picture", () => {
    const data = "data:image/png;base64,AAAA";
    const svg = svgOf([fixture("image", { w: 100, h: 50, flipX: true, flipY: false })], { pictureOf: () => data });
    expect(svg).toContain('<g transform="translate(100 0) scale(-1 1)"><svg width="100" height="50" viewBox="250 0 500 500"');
    expect(svg).toContain(`href="${data}"`);
    for (const address of [undefined, "https://example.org/cat.png", "javascript:alert(1)", 'data:text/html,"><script>'])
      expect(svgOf([fixture("image")], { pictureOf: () => address })).not.toMatch(/<image|href|script/);
  });

  it("leads where a shape leads on the web, and nowhere else", () => {
    const [linked] = svgOf([fixture("rect", { link: "https://ink.example/?a=1&b='2'" })]).match(/<a .*/) ?? [];
    expect(linked).toMatch(
      /^<a href="https:\/\/ink\.example\/\?a=1&amp;b=&#39;2&#39;" target="_blank" rel="noopener noreferrer"><g .*<\/g><\/a>$/,
    );
    const outline = [0, 0, 110, 0, 110, 300];
    expect(svgOf([withClip(fixture("rect", { parent: "f", link: "mailto:a@b.example" }), [outline])])).toMatch(
      /<a href="mailto:a@b\.example"[^>]*><g clip-path/,
    );
    for (const link of ["", "#shape=a", "#view=1,2,3,4", "javascript:alert(1)", 'https://x.example/"onload="y'])
      expect(svgOf([fixture("rect", { link })])).not.toMatch(/<a |href|javascript/);
  });

  it("sets texts in their faces", () => {
    expect(svgOf([fixture("text")])).toMatch(
      /font-family="&quot;Inter Variable&quot;[^"]*" font-weight="450" font-size="20"(?! font-style)/,
    );
    const marked = fixture("rect", { text: "a", font: "serif", bold: true, italic: true, align: "right" });
    expect(svgOf([marked])).toMatch(
      /font-family="&quot;Source Serif 4 Variable[^"]*" font-weight="700" font-size="20" font-style="italic" text-anchor="end"/,
    );
  });

  it("has a background only where one is wanted, and a font only where there is text", () => {
    const fontCss = '@font-face{font-family:"Inter Variable"}';
    expect(svgOf([fixture("line")])).not.toContain("<rect");
    expect(svgOf([fixture("line")], { background: "#fff", fontCss })).toMatch(/<rect [^>]*fill="#fff"\/>/);
    expect(svgOf([fixture("line")], { fontCss })).not.toContain("<style>");
    expect(svgOf([fixture("text")], { fontCss })).toContain("<style>@font-face{font-family:&quot;Inter Variable&quot;}</style>");
  });
});

it("cuts off what frames do not show, each outline written once", () => {
  const outline = [0, 0, 110, 0, 110, 300, 0, 300];
  const cut = [withClip(fixture("rect", { parent: "f" }), [outline]), withClip(fixture("draw", { parent: "f" }), [outline])];
  const svg = svgOf([...cut, fixture("line")]);
  expect(svg.match(/<clipPath id="frame-1"><path d="M 0 0 110 0 110 300 0 300 Z"\/><\/clipPath>/g)).toHaveLength(1);
  expect(svg.match(/<g clip-path="url\(#frame-1\)"><g /g)).toHaveLength(2);
  expect(exportArea(cut, 0)).toMatchObject({ x: 95, w: 15 });
});

describe("the area of an export", () => {
  it("is what is inked and the padding, on whole page units", () => {
    const shapes = [
      fixture("rect", { x: 0.5, y: 0, w: 10, h: 10, size: "m" }),
      fixture("rect", { x: 90, y: 40, w: 10.2, h: 10, size: "m" }),
    ];
    const area = exportArea(shapes, 20);
    const bare = exportArea(shapes, 0);
    expect([area, bare].flatMap((box) => Object.values(box ?? {})).every(Number.isInteger)).toBe(true);
    expect(area).toMatchObject({ x: (bare?.x ?? 0) - 20, y: (bare?.y ?? 0) - 20, w: (bare?.w ?? 0) + 40, h: (bare?.h ?? 0) + 40 });
    expect(bare?.x).toBeLessThanOrEqual(-1);
    expect((bare?.x ?? 0) + (bare?.w ?? 0)).toBeGreaterThanOrEqual(101);
  });

  it("of no shapes is none", () => expect(exportArea([], 20)).toBeUndefined());
});
