/**
 * The second pass's grammar, part two: expressions and targets. What is wrong with them is in rules-invalid.ts; the notation
 * is told in rules-statements.ts.
 */
export const expressionRules = `
expressions
  expression (',' expression)+ ','? -> Tuple
  expression ',' -> Tuple
  expression
expression*
  >=10 invalid_expression
  >=10 invalid_legacy_expression
  disjunction 'if' disjunction 'else' expression -> IfExp
  disjunction
  lambdef
yield_expr
  'yield' 'from' expression -> Yield
  'yield' star_expressions? -> Yield
star_expressions
  star_expression (',' star_expression)+ ','? -> Tuple
  star_expression ',' -> Tuple
  star_expression
star_expression*
  '*' bitwise_or -> Starred
  expression
star_named_expressions
  ','.star_named_expression+ ','?
star_named_expression
  >=15 invalid_star_named_expression
  '*' bitwise_or -> Starred
  named_expression
assignment_expression
  NAME ':=' ~ expression -> NamedExpr
named_expression
  <10 NAME ':=' ~ expression -> NamedExpr
  <10 expression !':='
  >=10 assignment_expression
  invalid_named_expression
  >=10 expression !':='
disjunction*
  conjunction ('or' conjunction)* -> fold BoolOp
conjunction
  inversion ('and' inversion)* -> fold BoolOp
inversion
  'not' inversion -> UnaryOp
  comparison
comparison
  bitwise_or compare_pair* -> fold Compare
compare_pair
  >=13 '<>' -> !last "invalid syntax.  Maybe you meant '!=' instead of '<>'?"
  COMPARE bitwise_or
  'not' 'in' bitwise_or
  'in' bitwise_or -> In
  'is' 'not' bitwise_or
  'is' bitwise_or
bitwise_or*
  bitwise_xor ('|' bitwise_xor)* -> fold BinOp
bitwise_xor
  bitwise_and ('^' bitwise_and)* -> fold BinOp
bitwise_and
  shift_expr ('&' shift_expr)* -> fold BinOp
shift_expr
  shift_operand (('<<' | '>>') sum)* -> fold BinOp
shift_operand
  >=13 invalid_arithmetic
  sum
sum*
  term (('+' | '-') term)* -> fold BinOp
term
  term_operand (('*' | '/' | '//' | '%' | '@') factor)* -> fold BinOp
term_operand
  >=13 invalid_factor
  factor
factor
  ('+' | '-' | '~') factor -> UnaryOp
  power
power
  await_primary ('**' factor)? -> fold BinOp
await_primary
  'await' primary -> Await
  primary
primary*
  atom suffix* -> chain
suffix
  '.' NAME -> Attribute
  <10 &('(' | '[') genexp -> Call
  >=10 genexp -> Call
  '(' arguments? ')' -> Call
  '[' slices ']' -> Subscript
slices
  <11 slice !','
  <11 ','.slice+ ','? -> Tuple
  >=11 slice !','
  >=11 ','.(slice | starred_expression)+ ','? -> Tuple
slice
  expression? ':' expression? (':' expression?)?
  <10 expression
  >=10 named_expression
atom
  NAME
  'True'
  'False'
  'None'
  &(STRING | FSTRING_START | TSTRING_START) strings
  NUMBER
  &'(' (tuple | group | genexp)
  &'[' (list | listcomp)
  &'{' (dict | set | dictcomp | setcomp)
  '...'
group
  '(' a=(yield_expr | named_expression) ')' -> =a
  invalid_group
strings*
  >=14 invalid_string_tstring_concat
  (fstring_literal | STRING)+ -> strings
  >=14 tstring_literal+ -> TemplateStr
fstring_literal
  FSTRING_START fstring_middle* FSTRING_END -> JoinedStr
fstring_middle
  fstring_replacement_field
  FSTRING_MIDDLE
fstring_replacement_field
  '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}'
  invalid_fstring_replacement_field
fstring_conversion
  '!' a=NAME -> conversion a
fstring_full_format_spec
  ':' fstring_format_spec*
fstring_format_spec
  FSTRING_MIDDLE
  TSTRING_MIDDLE
  fstring_replacement_field
tstring_literal
  TSTRING_START tstring_middle* TSTRING_END -> TemplateStr
tstring_middle
  tstring_replacement_field
  TSTRING_MIDDLE
tstring_replacement_field
  '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}'
  invalid_tstring_replacement_field

list
  '[' star_named_expressions? ']' -> List
tuple
  '(' (star_named_expression ',' star_named_expressions?)? ')' -> Tuple
set
  '{' star_named_expressions '}' -> Set
dict
  '{' double_starred_kvpairs? '}' -> Dict
  >=10 '{' invalid_double_starred_kvpairs '}' -> Dict
double_starred_kvpairs
  ','.double_starred_kvpair+ ','?
double_starred_kvpair
  '**' bitwise_or
  kvpair
kvpair
  expression ':' expression
for_if_clauses
  for_if_clause+
for_if_clause
  'async'? 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  >=13 invalid_for_if_clause
  invalid_for_target
starred_element
  '*' bitwise_or -> Starred
listcomp
  >=15 '[' (starred_element | named_expression) for_if_clauses ']' -> ListComp
  <15 '[' named_expression for_if_clauses ']' -> ListComp
  invalid_comprehension
setcomp
  >=15 '{' (starred_element | named_expression) for_if_clauses '}' -> SetComp
  <15 '{' named_expression for_if_clauses '}' -> SetComp
  invalid_comprehension
genexp
  >=15 '(' (assignment_expression | expression !':=' | starred_expression) for_if_clauses ')' -> GeneratorExp
  >=10 <15 '(' (assignment_expression | expression !':=') for_if_clauses ')' -> GeneratorExp
  <10 '(' named_expression ~ for_if_clauses ')' -> GeneratorExp
  invalid_comprehension
dictcomp
  '{' kvpair for_if_clauses '}' -> DictComp
  >=15 '{' '**' expression for_if_clauses '}' -> DictComp
  invalid_dict_comprehension

arguments*
  args ','? &')'
  invalid_arguments
args
  <10 ','.(starred_expression | named_expression !'=')+ (',' kwargs)? -> args
  >=10 ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ (',' kwargs)? -> args
  kwargs -> args
kwargs
  ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
  ','.kwarg_or_starred+
  ','.kwarg_or_double_starred+
starred_expression
  >=12 invalid_starred_expression_unpacking
  '*' expression -> Starred
  >=13 invalid_starred_expression
kwarg_or_starred
  >=10 invalid_kwarg
  NAME '=' expression -> keyword
  starred_expression
  <10 invalid_kwarg
kwarg_or_double_starred
  >=10 invalid_kwarg
  NAME '=' expression -> keyword
  '**' expression -> mapping
  <10 invalid_kwarg

lambdef
  'lambda' lambda_params? ':' expression -> Lambda
lambda_params
  invalid_lambda_parameters
  lambda_parameters
lambda_parameters
  lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  lambda_param_with_default+ lambda_star_etc?
  lambda_star_etc
lambda_slash_no_default
  lambda_param_no_default+ '/' ','
  lambda_param_no_default+ '/' &':'
lambda_slash_with_default
  lambda_param_no_default* lambda_param_with_default+ '/' ','
  lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc
  invalid_lambda_star_etc
  '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  '*' ',' lambda_param_maybe_default+ lambda_kwds?
  lambda_kwds
lambda_kwds
  >=11 invalid_lambda_kwds
  '**' lambda_param_no_default
lambda_param_no_default
  lambda_param ','
  lambda_param &':'
lambda_param_with_default
  lambda_param default ','
  lambda_param default &':'
lambda_param_maybe_default
  lambda_param default? ','
  lambda_param default? &':'
lambda_param
  NAME

star_targets
  star_target !','
  star_target (',' star_target)* ','? -> Tuple
star_target*
  '*' !'*' star_target -> Starred
  target_with_star_atom
target_with_star_atom*
  t_primary '.' NAME !t_lookahead -> Attribute
  t_primary '[' slices ']' !t_lookahead -> Subscript
  star_atom
star_atom
  NAME
  '(' target_with_star_atom ')'
  '(' star_targets_tuple_seq? ')' -> Tuple
  '[' (','.star_target+ ','?)? ']' -> List
star_targets_tuple_seq
  star_target (',' star_target)+ ','?
  star_target ','
single_target
  single_subscript_attribute_target
  NAME
  '(' single_target ')'
single_subscript_attribute_target
  t_primary '.' NAME !t_lookahead
  t_primary '[' slices ']' !t_lookahead
t_primary*
  atom &t_lookahead (suffix &t_lookahead)*
t_lookahead
  ('(' | '[' | '.')
del_targets
  ','.del_target+ ','?
del_target*
  t_primary '.' NAME !t_lookahead
  t_primary '[' slices ']' !t_lookahead
  del_t_atom
del_t_atom
  NAME
  '(' del_target ')'
  '(' del_targets? ')'
  '[' del_targets? ']'
`;
