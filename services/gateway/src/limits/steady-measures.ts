// Operations that come to the same whatever their variables are: they need to be measured only once.
import { Kind, type OperationDefinitionNode, type TypeNode, type VariableDefinitionNode } from 'graphql';
import type { Values } from './argument-values.ts';
import { fitsAsText } from './check-arguments.ts';
import type { Limits } from './limits.ts';
import type { QueryMeasure } from './measure-query.ts';

/** Remembers measures by operation, for as long as its document is kept. */
export interface SteadyMeasures {
  /** What the operation comes to with these variables; null when it has to be measured, or must be refused. */
  find(operation: OperationDefinitionNode, sent: Values): QueryMeasure | null;
  /** Keeps what a valid operation was measured to be, if no variable can change it. */
  keep(operation: OperationDefinitionNode, measure: QueryMeasure): void;
}

/**
 * Pages are as long as a number says, and calls by code as long as a list: an operation whose variables are texts and
 * truth values, none with a default, always comes to the same. All that is left to look at is the texts themselves.
 */
export function steadyMeasures(limits: Limits): SteadyMeasures {
  const measures = new WeakMap<OperationDefinitionNode, QueryMeasure>();
  return {
    find(operation, sent) {
      const measure = measures.get(operation);
      if (measure === undefined) return null;
      for (const definition of operation.variableDefinitions ?? []) {
        if (!fits(definition, sent, limits)) return null;
      }
      return measure;
    },
    keep(operation, measure) {
      const definitions = operation.variableDefinitions ?? [];
      if (definitions.every(changesNothing)) measures.set(operation, measure);
    },
  };
}

function changesNothing({ type, defaultValue, variable }: VariableDefinitionNode): boolean {
  return defaultValue === undefined && variable.name.value !== '__proto__' && plainType(type) !== null;
}

/** What JSON brings for the type; null for any but texts and truth values. */
function plainType(type: TypeNode): 'string' | 'boolean' | null {
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind !== Kind.NAMED_TYPE) return null;
  if (inner.name.value === 'String') return 'string';
  return inner.name.value === 'Boolean' ? 'boolean' : null;
}

/** Whether the value is of its type as it stands, and no text that is refused; null may not be what the argument takes. */
function fits({ type, variable }: VariableDefinitionNode, sent: Values, limits: Limits): boolean {
  const name = variable.name.value;
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  if (value === undefined) return type.kind !== Kind.NON_NULL_TYPE;
  return typeof value === 'string'
    ? plainType(type) === 'string' && fitsAsText(value, limits)
    : typeof value === plainType(type);
}
