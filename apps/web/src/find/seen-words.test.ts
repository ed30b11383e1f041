import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seenText, seenWords } from "./seen-words.ts";

describe("words as they are seen", () => {
  test("have the signs of their lists, and are on one line", () => {
    expect(seenText("Today\n[ ] one\n\t[x] two  times\n- three\n1. four")).toBe("Today ☐ one ☑ two times • three 1. four");
    expect(seenText("  no\n\n list [ ] here ")).toBe("no list [ ] here");
    expect(seenText("- [ ] ")).toBe("☐");
  });

  test("know where they stand in the words as they are written", () => {
    const words = "- one\n  [X] two";
    const { text, begins, ends } = seenWords(words);
    const written = (part: string) => {
      const at = text.indexOf(part);
      return words.slice(begins[at], ends[at + part.length - 1]);
    };
    expect(["one", "two", "☑", "one ☑ two"].map(written)).toEqual(["one", "two", "[X]", "one\n  [X] two"]);
  });

  test("without lists are the words with any space as one, unit by unit", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", " ", "\n", "\t", "-", "[", "]", "x", "•", "1", ".", "😀") }), (words) => {
        const { text, begins, ends } = seenWords(words);
        expect(text).toBe(seenText(words));
        expect([begins.length, ends.length]).toEqual([text.length, text.length]);
        for (const [i, unit] of text.split("").entries()) {
          const written = words.slice(begins[i], ends[i]).replaceAll(/\s+/g, " ");
          // A sign stands for a marker, all other units for themselves.
          if ("•☐☑".includes(unit)) expect(written).toMatch(/^(?:[-*•]|(?:[-*•] )?\[[ x]{1,4}\])$/);
          else expect(written).toBe(unit);
        }
      }),
    );
  });
});
