import type { ButtonHTMLAttributes, Ref } from "react";
import { classNames } from "./class-names.ts";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  /** Shows that the press was taken and work goes on; the button stays where it is. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One primary button per page; everything else is plain or quiet. */
export function Button({
  tone = "plain",
  size = "medium",
  busy,
  wide,
  className,
  type,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(
        buttonClass({ tone, size }),
        wide && "w-full",
        busy && "motion-breathe",
        className,
      )}
    />
  );
}

/** The look of a button, for links that act like one. */
export function buttonClass({
  tone = "plain",
  size = "medium",
}: {
  tone?: ButtonTone;
  size?: ButtonSize;
} = {}): string {
  return classNames(
    "touchable inline-flex items-center justify-center gap-2 rounded-box border font-semibold select-none",
    "motion-glide disabled:opacity-55",
    sizes[size],
    tones[tone],
  );
}

const sizes: Record<ButtonSize, string> = {
  small: "px-3 text-14",
  medium: "px-4 text-16",
  large: "px-6 py-3 text-20",
};

const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:not-disabled:opacity-90",
  plain: "border-edge bg-surface text-ink hover:not-disabled:border-ink",
  quiet: "border-transparent text-muted hover:not-disabled:bg-sunken hover:not-disabled:text-ink",
  danger: "border-bad bg-surface text-bad hover:not-disabled:bg-bad-soft",
};
