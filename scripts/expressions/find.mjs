/**
 * Every regular expression in a source file: literals, and `new RegExp` of what can be worked out from the
 * text of the program (strings, templates, `+`, arrays, `join`, `split`, `trim`, constants, imported ones among
 * them). What cannot be worked out is reported, not passed over: nobody could say how long it takes.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

class NotConstant extends Error {}

/** Names that a pattern declares: `a`, `{ a, b: c }`, `[a, b]`. */
const namesIn = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.filter(ts.isBindingElement).flatMap((one) => namesIn(one.name));

/** The initializer of the `const` that `name` refers to at `node`, or the import that declares it. */
function declaration(name, node) {
  for (let scope = node.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((p) => namesIn(p.name).includes(name)))
      return undefined;
    for (const statement of scope.statements ?? []) {
      if (ts.isVariableStatement(statement))
        for (const one of statement.declarationList.declarations)
          if (namesIn(one.name).includes(name))
            return ts.isIdentifier(one.name) && statement.declarationList.flags & ts.NodeFlags.Const
              ? one.initializer
              : undefined;
      const named = statement.importClause?.namedBindings;
      if (named && ts.isNamedImports(named))
        for (const one of named.elements) if (one.name.text === name) return one;
    }
  }
  return undefined;
}

/** Works out constant expressions across the files under `root`. */
class Constants {
  #files = new Map();

  constructor(root) {
    this.root = root;
  }

  /** @param file path from the root, with forward slashes */
  source(file) {
    let source = this.#files.get(file);
    if (!source) {
      const text = readFileSync(path.join(this.root, file), 'utf8');
      source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      this.#files.set(file, source);
    }
    return source;
  }

  /** The initializer of what `name` is called in the module that a statement of `from` names. */
  #from({ moduleSpecifier }, name, from) {
    if (!moduleSpecifier?.text.startsWith('.')) return undefined;
    const base = path.posix.join(path.posix.dirname(from), moduleSpecifier.text);
    const file = [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((one) =>
      existsSync(path.join(this.root, one)),
    );
    return file && this.#exported(name, file);
  }

  #exported(name, file) {
    const source = this.source(file);
    const found = declaration(name, source.endOfFileToken);
    if (found) return this.#initializer(found);
    for (const statement of source.statements.filter(ts.isExportDeclaration)) {
      const one = statement.exportClause?.elements?.find((each) => each.name.text === name);
      const inner = one ? (one.propertyName ?? one.name).text : name;
      const there = (one || !statement.exportClause) && this.#from(statement, inner, file);
      if (there) return there;
    }
    return undefined;
  }

  #initializer(node) {
    if (!ts.isImportSpecifier(node)) return node;
    const name = (node.propertyName ?? node.name).text;
    return this.#from(node.parent.parent.parent, name, node.getSourceFile().fileName);
  }

  #call(node) {
    const { expression: callee } = node;
    if (!ts.isPropertyAccessExpression(callee)) throw new NotConstant();
    const on = this.value(callee.expression);
    const method = callee.name.text;
    if (!['join', 'split', 'trim', 'concat'].includes(method) || !on[method])
      throw new NotConstant();
    return on[method](...node.arguments.map((one) => this.value(one)));
  }

  /** A string, number, list or expression. @throws NotConstant */
  value(node) {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (ts.isRegularExpressionLiteral(node)) return literal(node);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
      return this.value(node.expression);
    if (ts.isTemplateExpression(node))
      return node.templateSpans.reduce(
        (text, span) => text + this.value(span.expression) + span.literal.text,
        node.head.text,
      );
    if (
      ts.isTaggedTemplateExpression(node) &&
      node.tag.getText() === 'String.raw' &&
      ts.isNoSubstitutionTemplateLiteral(node.template)
    )
      return node.template.rawText;
    if (ts.isArrayLiteralExpression(node))
      return node.elements.flatMap((one) =>
        ts.isSpreadElement(one) ? this.value(one.expression) : [this.value(one)],
      );
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return this.value(node.left) + this.value(node.right);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') {
      const { source } = this.value(node.expression);
      if (source !== undefined) return source;
    }
    if (ts.isIdentifier(node)) {
      const found = declaration(node.text, node);
      const initializer = found && this.#initializer(found);
      if (initializer) return this.value(initializer);
    }
    throw new NotConstant();
  }
}

/** A literal as a real expression, so that its source is spelled as the engine spells it. */
function literal(node) {
  const end = node.text.lastIndexOf('/');
  return new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
}

const isBuilt = (node) =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp';

/** Lists of words, one text that is taken apart, are as long as their longest word. */
const isTakenApart = (node) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'split';

/** How long the longest piece of an expression is that is written in one: what is named elsewhere, or listed, is another piece. */
function longestPiece(node, constants) {
  if (isTakenApart(node)) return Math.max(...constants.value(node).map((word) => word.length));
  let longest = ts.isTemplateExpression(node) ? ownText(node) : 0;
  if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node))
    longest = node.text.length;
  ts.forEachChild(node, (child) => {
    longest = Math.max(longest, longestPiece(child, constants));
  });
  return longest;
}

/** A template without what is put into it, but with the names of that. */
const ownText = ({ head, templateSpans }) =>
  templateSpans.reduce(
    (length, { expression, literal }) =>
      length + literal.text.length + (ts.isIdentifier(expression) ? expression.text.length : 0),
    head.text.length,
  );

/**
 * @param root the folder that `files` are relative to
 * @returns {{ file: string, line: number, expression: string | undefined, text: string, piece: number }[]}
 *   `expression` as the engine prints it, "/a+/g"; undefined when it depends on what only a running program knows.
 *   `piece`: the characters of the longest piece of it that is written in one
 */
export function expressionsIn(root, files) {
  const constants = new Constants(root);
  const found = [];
  for (const file of files) {
    const source = constants.source(file);
    const add = (node, make) => {
      let expression;
      try {
        expression = String(make());
      } catch (error) {
        if (!(error instanceof NotConstant)) throw error;
      }
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const piece = expression === undefined ? 0 : longestPiece(node, constants);
      found.push({ file, line: line + 1, expression, text: node.getText(), piece });
    };
    const visit = (node) => {
      if (ts.isRegularExpressionLiteral(node)) add(node, () => literal(node));
      else if (isBuilt(node))
        add(node, () => new RegExp(...(node.arguments ?? []).map((one) => constants.value(one))));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
