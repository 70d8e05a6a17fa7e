/** Finds, by the type checker, where a property is read of what may be a form of the page. */
import path from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/browser.mjs';

const DOM = /lib\.dom(?:\.\w+)?\.d\.ts$/;

interface Checked {
  checker: ts.TypeChecker;
  form: ts.Type;
  /** Anything that hears events. */
  target: ts.Type;
}

/** Interfaces of other elements, some of which look like a form to the checker because they add nothing of their own. */
const OTHER_ELEMENT = /^HTML(?!Form)\w+Element$/;

function mayBeForm(type: ts.Type, checked: Checked): boolean {
  const { checker, form } = checked;
  if (type.isUnionOrIntersection()) return type.types.some((one) => mayBeForm(one, checked));
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint !== undefined && mayBeForm(constraint, checked);
  }
  const { symbol } = type;
  const ofDom = symbol?.declarations?.some((one) => DOM.test(one.getSourceFile().fileName));
  return (
    Boolean(ofDom) && !OTHER_ELEMENT.test(symbol.name) && checker.isTypeAssignableTo(form, type)
  );
}

/** A cast of what may be a form to something whose properties are its own: what is read of it then is hidden too. */
function hidesForm(node: ts.AsExpression, checked: Checked): boolean {
  const { checker, target } = checked;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  if (!(type.flags & ts.TypeFlags.Object) || checker.isTypeAssignableTo(type, target)) return false;
  return mayBeForm(checker.getTypeAtLocation(node.expression), checked);
}

function isRead(node: ts.Node, checked: Checked): boolean {
  const { checker } = checked;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return mayBeForm(checker.getTypeAtLocation(node.expression), checked);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
    return mayBeForm(checker.getTypeAtLocation(node.right), checked);
  if (ts.isObjectBindingPattern(node))
    return mayBeForm(checker.getTypeAtLocation(node), checked) || ofForm(node, checked);
  return ts.isAsExpression(node) && hidesForm(node, checked);
}

/** `const { id } = form`: the pattern's own type is that of the names it takes. */
function ofForm({ parent }: ts.ObjectBindingPattern, { checker, ...rest }: Checked): boolean {
  const from = ts.isVariableDeclaration(parent) ? parent.initializer : undefined;
  return from !== undefined && mayBeForm(checker.getTypeAtLocation(from), { checker, ...rest });
}

/**
 * @param files absolute paths; with what they import they are one program
 * @returns each place as `path:line text`, by file
 */
export function formReads(files: readonly string[]): Map<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText));
    },
  });
  const ambient = (config?.fileNames ?? []).filter((name) => name.endsWith('.d.ts'));
  const program = ts.createProgram([...files, ...ambient], config?.options ?? {});
  const checker = program.getTypeChecker();
  const interfaces = program
    .getSourceFiles()
    .filter(({ fileName }) => DOM.test(fileName))
    .flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration));
  const type = (name: string): ts.Type => {
    const found = interfaces.find((one) => one.name.text === name);
    if (!found) throw new Error(`the DOM has no type ${name} any more`);
    return checker.getTypeAtLocation(found);
  };
  const checked = { checker, form: type('HTMLFormElement'), target: type('EventTarget') };
  const found = new Map<string, string[]>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`not read: ${file}`);
    const places: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isRead(node, checked)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getEnd());
        places.push(`${path.relative(root, file)}:${line + 1} ${node.getText().slice(-80)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    found.set(file, places);
  }
  return found;
}
