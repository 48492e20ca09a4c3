"use client";

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";

export interface LineMark {
  readonly line: number;
  readonly message: string;
}

export interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly marks: readonly LineMark[];
  /** Changes to the line to show; a new object each time moves the cursor there. */
  readonly goTo: { readonly line: number } | null;
  readonly onChange: (value: string) => void;
}

/** CodeMirror in the product's colours. Escape, then Tab leaves it by keyboard. */
export default function CodeEditor({ label, value, marks, goTo, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const listener = useRef(onChange);
  listener.current = onChange;

  // The editor is made once; later values come in below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: value and label of the first render only
  useEffect(() => {
    if (host.current === null) return;
    const made = new EditorView({ parent: host.current, state: newState(value, label, listener) });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    const diagnostics = marks
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .map(({ line, message }) => {
        const { from, to } = doc.line(line);
        return { from, to, message, severity: "error" as const };
      });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [marks]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || goTo === null || goTo.line > editor.state.doc.lines) return;
    const { from } = editor.state.doc.line(goTo.line);
    editor.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    editor.focus();
  }, [goTo]);

  return <div ref={host} className="min-h-64 overflow-hidden rounded-box border border-edge bg-surface" />;
}

function newState(doc: string, label: string, listener: { current: (value: string) => void }): EditorState {
  return EditorState.create({
    doc,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      indentUnit.of("    "),
      python(),
      lintGutter(),
      syntaxHighlighting(colours),
      theme,
      keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) listener.current(update.state.doc.toString());
      }),
    ],
  });
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--color-code-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--color-code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--color-code-number)" },
  { tag: tags.comment, color: "var(--color-muted)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": { fontSize: "1rem", color: "var(--color-ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "3px solid var(--color-accent)", outlineOffset: "-3px" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono)",
    lineHeight: "1.6",
    minHeight: "16rem",
    maxHeight: "60vh",
  },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--color-muted)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--color-sunken)" },
  ".cm-cursor": { borderLeftColor: "var(--color-ink)" },
  ".cm-tooltip": {
    backgroundColor: "var(--color-surface)",
    color: "var(--color-ink)",
    border: "1px solid var(--color-edge)",
  },
});
