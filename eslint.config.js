import js from "@eslint/js";
import globals from "globals";

const BROWSER = "partnership/**/*.js";
const LIBRARIES = { vegaEmbed: "readonly", createDeck: "readonly" };

export default [
  { ignores: ["node_modules/", ".venv/", "partnership/export/web/assets/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-implicit-globals": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  // Words are data and never markup: nothing here parses or runs a text.
  {
    files: [BROWSER],
    languageOptions: { globals: { ...globals.browser, ...LIBRARIES } },
    rules: {
      complexity: ["error", 12],
      "max-lines": ["error", 250],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write"].map(property => ({ property })),
      ],
    },
  },
  {
    files: ["*.js", "tests/**/*.js"],
    languageOptions: { globals: globals.node },
  },
];
