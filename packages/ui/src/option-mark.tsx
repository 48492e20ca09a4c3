import { classNames } from "./class-names.ts";

/** Letter, shape and colour of the options, in that order of importance; the same everywhere. */
const options = [
  { fill: "bg-option-a", bar: "bg-option-a", shape: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z" },
  { fill: "bg-option-b", bar: "bg-option-b", shape: "M8 1.5 15 14H1Z" },
  { fill: "bg-option-c", bar: "bg-option-c", shape: "M2 2h12v12H2Z" },
  { fill: "bg-option-d", bar: "bg-option-d", shape: "M8 .8 15.2 8 8 15.2.8 8Z" },
  {
    fill: "bg-option-e",
    bar: "bg-option-e",
    shape: "m8 .8 2.1 4.7 5.1.6-3.8 3.5 1 5L8 12.1l-4.4 2.5 1-5L.8 6.1l5.1-.6Z",
  },
  { fill: "bg-option-f", bar: "bg-option-f", shape: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z" },
] as const;

function optionAt(index: number) {
  return options[index % options.length] ?? options[0];
}

/** A, B, C …; past Z it goes on with AA. */
export function optionLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : optionLetter(Math.floor(index / 26) - 1) + last;
}

/** The background class of an option's colour, for bars. */
export function optionColour(index: number): string {
  return optionAt(index).bar;
}

/** White letter and shape on the option's colour. */
export function OptionMark({ index, className }: { index: number; className?: string }) {
  const { fill, shape } = optionAt(index);
  return (
    <span
      className={classNames(
        "inline-flex h-8 shrink-0 items-center gap-1 rounded-box px-2 text-16 leading-none font-bold text-on-option",
        fill,
        className,
      )}
    >
      {optionLetter(index)}
      <svg viewBox="0 0 16 16" aria-hidden="true" className="h-[0.75em] w-[0.75em] fill-current">
        <path d={shape} />
      </svg>
    </span>
  );
}
