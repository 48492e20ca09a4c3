import { classNames } from "@pyrena/ui";
import type { Ref } from "react";
import { highlightPython, type Token, type TokenKind } from "./highlight.ts";

export interface CodeBlockProps {
  readonly source: string;
  /** The name of the region for screen readers, such as "Program". */
  readonly label: string;
  /** The moment a question points at: a mark in the gap before or after a line. */
  readonly here?: HereMark | undefined;
  /** Lines that can be tapped, for the line picker; without it the block is only read. */
  readonly picker?: LinePicker | undefined;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
}

export interface HereMark {
  readonly line: number;
  readonly side: "before" | "after";
  readonly word: string;
}

export interface LinePicker {
  readonly lines: readonly number[];
  readonly chosen: number | null;
  readonly isDisabled: boolean;
  readonly labelOf: (line: number) => string;
  readonly onPick: (line: number) => void;
}

/** A program on paper: numbers that stay, long lines that scroll inside, and the asked line marked "here". */
export function CodeBlock({ source, label, here, picker, className, ref }: CodeBlockProps) {
  const lines = highlightPython(source.replace(/\n+$/, ""));
  const width = String(lines.length).length;
  return (
    <section
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={classNames("overflow-x-auto rounded-box border border-line bg-surface font-mono", className)}
    >
      <ol className="w-max min-w-full py-2">
        {lines.map((tokens, index) => (
          <CodeLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            key={index}
            number={index + 1}
            numberWidth={width}
            tokens={tokens}
            here={here?.line === index + 1 ? here : undefined}
            picker={picker?.lines.includes(index + 1) ? picker : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

interface CodeLineProps {
  readonly number: number;
  readonly numberWidth: number;
  readonly tokens: readonly Token[];
  readonly here: HereMark | undefined;
  readonly picker: LinePicker | undefined;
}

function CodeLine({ number, numberWidth, tokens, here, picker }: CodeLineProps) {
  const isChosen = picker?.chosen === number;
  const tone = here ? "bg-accent-soft" : isChosen ? "bg-ok-soft" : "bg-surface";
  const text = (
    <code className="pr-4 whitespace-pre">
      {tokens.length === 0 ? " " : null}
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
        <span key={index} className={tokenColours[token.kind]}>
          {token.text}
        </span>
      ))}
    </code>
  );
  return (
    <li>
      {here?.side === "before" ? <Here word={here.word} /> : null}
      <div className={classNames("flex items-center", tone)}>
        <span
          aria-hidden="true"
          className={classNames(
            "sticky left-0 z-10 shrink-0 self-stretch border-l-4 pr-3 pl-2 text-right text-muted select-none",
            picker ? "flex items-center" : "",
            tone,
            here ? "border-accent" : isChosen ? "border-ok" : "border-transparent",
          )}
        >
          <span className="tabular inline-block text-right" style={{ minWidth: `${numberWidth}ch` }}>
            {number}
          </span>
        </span>
        {picker ? (
          <button
            type="button"
            aria-pressed={isChosen}
            aria-label={picker.labelOf(number)}
            disabled={picker.isDisabled}
            onClick={() => picker.onPick(number)}
            className={classNames(
              "touchable flex grow items-center gap-3 text-left",
              isChosen ? "font-semibold" : "hover:not-disabled:underline",
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                "h-5 w-5 shrink-0 rounded-pill border-2",
                isChosen ? "border-ok bg-ok" : "border-edge bg-surface",
              )}
            />
            {text}
          </button>
        ) : (
          text
        )}
      </div>
      {here?.side === "after" ? <Here word={here.word} /> : null}
    </li>
  );
}

/** It stays in sight while a long line scrolls. */
function Here({ word }: { word: string }) {
  return (
    <p data-here="" className="bg-accent-soft font-sans text-14 leading-tight font-semibold text-accent">
      <span className="sticky left-0 inline-block border-l-4 border-accent py-1 pr-4 pl-2">
        <span aria-hidden="true">▸ </span>
        {word}
      </span>
    </p>
  );
}

/** Colours of tokens, for code that stands outside a block. */
export const tokenColours: Record<TokenKind, string> = {
  plain: "",
  name: "",
  keyword: "text-code-keyword",
  builtin: "text-code-name",
  string: "text-code-string",
  number: "text-code-number",
  comment: "text-muted italic",
};
