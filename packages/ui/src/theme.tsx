"use client";

import { useEffect, useState } from "react";
import { classNames } from "./class-names.ts";
import { type Theme, themes } from "./theme-script.ts";

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function storedTheme(storageKey: string): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? "system";
  } catch {
    return "system";
  }
}

interface ThemeSwitchProps {
  readonly storageKey: string;
  readonly legend: string;
  readonly labels: Readonly<Record<Theme, string>>;
}

/** Three little buttons: as the system, light, dark. */
export function ThemeSwitch({ storageKey, legend, labels }: ThemeSwitchProps) {
  const [theme, setTheme] = useState<Theme>("system");

  useEffect(() => {
    const stored = storedTheme(storageKey);
    setTheme(stored);
    applyTheme(stored);
  }, [storageKey]);

  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
    try {
      localStorage.setItem(storageKey, next);
    } catch {
      // Storage may be refused; the choice then lasts as long as the page.
    }
  };

  return (
    <fieldset className="inline-flex rounded-box border border-line bg-surface">
      <legend className="sr-only">{legend}</legend>
      {themes.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === name}
          title={labels[name]}
          onClick={() => choose(name)}
          className={classNames(
            "touchable rounded-box px-2 text-16 text-muted hover:text-ink",
            theme === name && "bg-sunken text-ink",
          )}
        >
          <span aria-hidden="true">{signs[name]}</span>
          <span className="sr-only">{labels[name]}</span>
        </button>
      ))}
    </fieldset>
  );
}

const signs: Record<Theme, string> = { system: "◐", light: "○", dark: "●" };
