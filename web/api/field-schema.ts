/** An event's described fields as JSON Schema: what the engine checks, said to programs. */
import type { Field, Fields, FieldShape } from '../../engine/core';

export type JsonSchema = Readonly<Record<string, unknown>>;

export function fieldsSchema(fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.optional !== true);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): JsonSchema {
  return { title: field.title, ...shapeSchema(field) };
}

function shapeSchema(shape: FieldShape): JsonSchema {
  switch (shape.type) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: shape.max, pattern: '\\S' };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'oneOf':
      return { type: 'string', enum: shape.values };
    case 'list':
      return { type: 'array', items: shapeSchema(shape.of), maxItems: shape.max };
    case 'object':
      return fieldsSchema(shape.fields);
    case 'file':
      return { $ref: '#/components/schemas/File' };
    case 'json':
      return {};
  }
}
