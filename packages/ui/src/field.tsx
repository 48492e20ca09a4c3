import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import { classNames } from "./class-names.ts";

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Receives the ids that tie the control to its label, hint and error. */
  readonly children: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode;
}

/** A label above, the control, and below it the hint or what went wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-semibold">
        {label}
      </label>
      {children({ id, describedBy: note ? noteId : undefined, invalid: Boolean(error) })}
      {note ? (
        <p
          id={noteId}
          role={error ? "alert" : undefined}
          className={classNames("text-14", error ? "font-medium text-bad" : "text-muted")}
        >
          {error ? <span aria-hidden="true">✕ </span> : null}
          {note}
        </p>
      ) : null}
    </div>
  );
}

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A one-line text field with its label. */
export function TextInput({ label, hint, error, className, ...rest }: TextInputProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <input
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={classNames(inputClass, invalid && "border-bad", className)}
        />
      )}
    </Field>
  );
}

/** The look of a text control, for selects and areas too. */
export const inputClass =
  "touchable w-full rounded-box border border-edge bg-surface px-3 text-16 text-ink placeholder:text-muted disabled:opacity-55";
