/**
 * The second pass's grammar, part one: statements.   [the same language as Grammar/python.gram, 3.9 … 3.15]
 *
 * A rule's name stands at the margin, its alternatives below it, tried in order; `*` after a name: its results are shared
 * between lookups with and without the `invalid_` rules. `>=12` and `<12` say in which versions an alternative exists.
 * What `->` does is told in actions.ts. The notation is read by grammar.ts.
 */
export const statementRules = `
file
  statements? ENDMARKER
fstring
  star_expressions
statements
  statement+
statement
  compound_stmt
  simple_stmts
simple_stmts
  simple_stmt !';' NEWLINE
  ';'.simple_stmt+ ';'? NEWLINE
simple_stmt*
  assignment
  >=12 &"type" type_alias
  >=15 &('import' | 'from' | "lazy") import_stmt
  star_expressions
  &'return' return_stmt
  <15 &('import' | 'from') import_stmt
  &'raise' raise_stmt
  pass_stmt
  &'del' del_stmt
  &'yield' yield_expr
  &'assert' assert_stmt
  break_stmt
  continue_stmt
  &'global' global_stmt
  &'nonlocal' nonlocal_stmt
pass_stmt
  'pass'
break_stmt
  'break'
continue_stmt
  'continue'
compound_stmt
  &('def' | '@' | 'async') function_def
  &'if' if_stmt
  &('class' | '@') class_def
  &('with' | 'async') with_stmt
  &('for' | 'async') for_stmt
  &'try' try_stmt
  &'while' while_stmt
  >=10 match_stmt
  >=15 invalid_case_stmt

assignment
  NAME ':' expression ('=' annotated_rhs)?
  ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)?
  (star_targets '=')+ annotated_rhs !'='
  single_target augassign ~ annotated_rhs
  invalid_assignment
annotated_rhs
  yield_expr
  star_expressions
augassign
  AUGASSIGN
return_stmt
  'return' star_expressions?
raise_stmt
  'raise' expression 'from' expression
  >=15 invalid_raise_stmt
  'raise' expression
  'raise'
global_stmt
  'global' ','.NAME+
nonlocal_stmt
  'nonlocal' ','.NAME+
del_stmt
  'del' del_targets &(';' | NEWLINE)
  invalid_del_stmt
assert_stmt
  >=15 invalid_assert_stmt
  'assert' expression (',' expression)?
import_stmt
  >=12 invalid_import
  import_name
  import_from
import_name
  <15 'import' dotted_as_names
  >=15 "lazy"? 'import' dotted_as_names
import_from
  >=15 'from' ('.' | '...')* dotted_name a="lazy" 'import' -> !at a "use 'lazy from ... ' instead of 'from ... lazy import'"
  >=15 "lazy"? 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  >=15 "lazy"? 'from' ('.' | '...')+ 'import' import_from_targets
  <15 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  <15 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets
  '(' import_from_as_names ','? ')'
  import_from_as_names !','
  '*'
  invalid_import_from_targets
import_from_as_names
  ','.import_from_as_name+
import_from_as_name
  >=14 invalid_import_from_as_name
  NAME ('as' NAME)?
dotted_as_names
  ','.dotted_as_name+
dotted_as_name
  >=14 invalid_dotted_as_name
  dotted_name ('as' NAME)?
dotted_name*
  NAME ('.' NAME)*
type_alias
  "type" NAME type_params? '=' expression

block*
  NEWLINE INDENT statements DEDENT
  simple_stmts
  invalid_block
decorators
  ('@' named_expression NEWLINE)+
class_def
  decorators class_def_raw
  class_def_raw
class_def_raw
  >=10 invalid_class_def_raw
  'class' NAME type_params? ('(' arguments? ')')? ':' block
function_def
  decorators function_def_raw
  function_def_raw
function_def_raw
  >=10 invalid_def_raw
  <10 'async'? 'def' NAME '(' params? ')' ('->' expression)? ':' block
  >=10 <11 'async'? 'def' NAME '(' params? ')' ('->' expression)? &&':' block
  >=11 <13 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
  >=13 'async'? 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block

if_stmt
  >=10 invalid_if_stmt
  'if' named_expression ':' block elif_stmt
  'if' named_expression ':' block else_block?
elif_stmt
  >=10 invalid_elif_stmt
  'elif' named_expression ':' block elif_stmt
  'elif' named_expression ':' block else_block?
else_block
  >=10 invalid_else_stmt
  <10 'else' ':' block
  >=10 'else' &&':' block
while_stmt
  >=10 invalid_while_stmt
  'while' named_expression ':' block else_block?
for_stmt
  >=10 invalid_for_stmt
  'async'? 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  invalid_for_target
with_stmt
  >=10 invalid_with_stmt_indent
  'async'? 'with' '(' ','.with_item+ ','? ')' ':' block
  'async'? 'with' ','.with_item+ ':' block
  >=10 invalid_with_stmt
  >=15 'async'? 'with' ','.(expression ('as' star_target)?)+ a=',' ':' -> !at a "the last 'with' item has a trailing comma"
with_item
  expression 'as' star_target &(',' | ')' | ':')
  invalid_with_item
  expression
try_stmt
  >=10 invalid_try_stmt
  <10 'try' ':' block finally_block
  <10 'try' ':' block except_block+ else_block? finally_block?
  >=10 'try' &&':' block finally_block
  >=10 'try' &&':' block except_block+ else_block? finally_block?
  >=11 'try' &&':' block except_star_block+ else_block? finally_block?
except_block
  >=10 invalid_except_stmt_indent
  >=14 'except' expressions ':' block
  >=14 'except' expression 'as' NAME ':' block
  <14 'except' expression ('as' NAME)? ':' block
  'except' ':' block
  >=10 invalid_except_stmt
except_star_block
  invalid_except_star_stmt_indent
  >=14 'except' '*' expressions ':' block
  >=14 'except' '*' expression 'as' NAME ':' block
  <14 'except' '*' expression ('as' NAME)? ':' block
  <13 invalid_except_stmt
  >=13 invalid_except_star_stmt
finally_block
  >=10 invalid_finally_stmt
  <10 'finally' ':' block
  >=10 'finally' &&':' block

params
  invalid_parameters
  parameters
parameters
  slash_no_default param_no_default* param_with_default* star_etc?
  slash_with_default param_with_default* star_etc?
  param_no_default+ param_with_default* star_etc?
  param_with_default+ star_etc?
  star_etc
slash_no_default
  param_no_default+ '/' ','
  param_no_default+ '/' &')'
slash_with_default
  param_no_default* param_with_default+ '/' ','
  param_no_default* param_with_default+ '/' &')'
star_etc
  invalid_star_etc
  '*' param_no_default param_maybe_default* kwds?
  >=11 '*' param_no_default_star_annotation param_maybe_default* kwds?
  '*' ',' param_maybe_default+ kwds?
  kwds
kwds
  >=11 invalid_kwds
  '**' param_no_default
param_no_default
  param ','
  param &')'
param_no_default_star_annotation
  NAME ':' star_expression ','
  NAME ':' star_expression &')'
param_with_default
  param default ','
  param default &')'
param_maybe_default
  param default? ','
  param default? &')'
param
  NAME (':' expression)?
default
  '=' expression
  >=11 invalid_default
type_params
  >=13 invalid_type_params
  >=12 '[' ','.type_param+ ','? ']'
type_param
  NAME (':' expression)? type_param_default?
  invalid_type_param
  '*' NAME type_param_starred_default?
  '**' NAME type_param_default?
type_param_default
  >=13 '=' expression
type_param_starred_default
  >=13 '=' star_expression

invalid_assert_stmt
  'assert' a=expression '=' b=expression -> !range a b "cannot assign to %s here. Maybe you meant '==' instead of '='?"
  'assert' expression ',' a=expression '=' b=expression -> !range a b "cannot assign to %s here. Maybe you meant '==' instead of '='?"
  'assert' a=expression ':=' b=expression -> !range a b "cannot use named expression without parentheses here"
  'assert' expression ',' a=expression ':=' b=expression -> !range a b "cannot use named expression without parentheses here"
invalid_case_stmt
  a="case" patterns guard? b=':' block -> !range a b "case statement must be inside match statement"
invalid_assignment
  a=invalid_ann_assign_target ':' expression -> !at a "only single target (not %s) can be annotated"
  a=star_named_expression ',' star_named_expressions* ':' expression -> !at a "only single target (not tuple) can be annotated"
  a=expression ':' expression -> !at a "illegal target for annotation"
  (star_targets '=')* a=star_expressions '=' -> !target star a
  (star_targets '=')* a=yield_expr '=' -> !at a "assignment to yield expression not possible"
  <9 a=(list | tuple) augassign annotated_rhs -> !at a "illegal expression for augmented assignment"
  <9 a=star_expression ',' star_expressions? augassign annotated_rhs -> !at a "illegal expression for augmented assignment"
  <9 a=star_expressions augassign annotated_rhs -> !at a "cannot assign to %s"
  a=star_expressions augassign annotated_rhs -> !at a "'%s' is an illegal expression for augmented assignment"
invalid_ann_assign_target
  list
  tuple
  '(' a=invalid_ann_assign_target ')' -> =a
invalid_raise_stmt
  a='raise' b='from' -> !range a b "did you forget an expression between 'raise' and 'from'?"
  'raise' expression a='from' -> !at a "did you forget an expression after 'from'?"
invalid_del_stmt
  'del' a=star_expressions -> !target del a
invalid_block
  NEWLINE !INDENT -> !indent "expected an indented block"
invalid_parameters
  >=15 a='/' ',' -> !at a "at least one parameter must precede /"
  >=12 <15 a='/' ',' -> !at a "at least one argument must precede /"
  >=12 (slash_no_default | slash_with_default) param_maybe_default* a='/' -> !at a "/ may appear only once"
  >=12 slash_no_default? param_no_default* invalid_parameters_helper a=param_no_default -> !at a "parameter without a default follows parameter with a default"
  <12 >=10 param_no_default* invalid_parameters_helper a=param_no_default -> !at a "non-default argument follows default argument"
  <9 a=(param_no_default* invalid_parameters_helper) param_no_default -> !at a "non-default argument follows default argument"
  <10 param_no_default* invalid_parameters_helper param_no_default -> !last "non-default argument follows default argument"
  >=11 param_no_default* a='(' param_no_default+ ','? b=')' -> !range a b "Function parameters cannot be parenthesized"
  <12 >=11 a='/' ',' -> !at a "at least one argument must precede /"
  <12 >=11 (slash_no_default | slash_with_default) param_maybe_default* a='/' -> !at a "/ may appear only once"
  >=11 (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' -> !at a "/ must be ahead of *"
  >=11 param_maybe_default+ '/' a='*' -> !at a "expected comma between / and *"
invalid_parameters_helper
  slash_with_default
  param_with_default+
invalid_default
  a='=' &(')' | ',') -> !at a "expected default value expression"
invalid_star_etc
  <9 a='*' (')' | ',' (')' | '**')) -> !at a "named arguments must follow bare *"
  <10 '*' (')' | ',' (')' | '**')) -> !last "named arguments must follow bare *"
  >=10 <15 a='*' (')' | ',' (')' | '**')) -> !at a "named arguments must follow bare *"
  >=15 a='*' (')' | ',' (')' | '**')) -> !at a "named parameters must follow bare *"
  >=11 <15 '*' param a='=' -> !at a "var-positional argument cannot have default value"
  >=15 '*' param a='=' -> !at a "var-positional parameter cannot have default value"
  >=11 <15 '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') -> !at a "* argument may appear only once"
  >=15 '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') -> !at a "* may appear only once"
invalid_kwds
  <15 '**' param a='=' -> !at a "var-keyword argument cannot have default value"
  <15 '**' param ',' a=param -> !at a "arguments cannot follow var-keyword argument"
  <15 '**' param ',' a=('*' | '**' | '/') -> !at a "arguments cannot follow var-keyword argument"
  >=15 '**' param a='=' -> !at a "var-keyword parameter cannot have default value"
  >=15 '**' param ',' a=param -> !at a "parameters cannot follow var-keyword parameter"
  >=15 '**' param ',' a=('*' | '**' | '/') -> !at a "parameters cannot follow var-keyword parameter"
invalid_type_params
  '[' a=']' -> !from a "Type parameter list cannot be empty"
invalid_type_param
  '*' NAME a=':' b=expression -> !bound a b "TypeVarTuple"
  '**' NAME a=':' b=expression -> !bound a b "ParamSpec"
invalid_with_item
  expression 'as' a=expression &(',' | ')' | ':') -> !target star a
invalid_for_target
  'async'? 'for' a=star_expressions -> !target for a
invalid_import
  a='import' ','.dotted_name+ 'from' dotted_name -> !from a "Did you mean to use 'from ... import ...' instead?"
  >=13 'import' a=NEWLINE -> !from a "Expected one or more names after 'import'"
invalid_dotted_as_name
  dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression -> !at a "cannot use %s as import target"
invalid_import_from_as_name
  NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression -> !at a "cannot use %s as import target"
invalid_import_from_targets
  <9 a=import_from_as_names ',' NEWLINE -> !at a "trailing comma not allowed without surrounding parentheses"
  import_from_as_names ',' NEWLINE -> !last "trailing comma not allowed without surrounding parentheses"
  >=13 a=NEWLINE -> !from a "Expected one or more names after 'import'"
invalid_with_stmt
  'async'? 'with' ','.(expression ('as' star_target)?)+ NEWLINE -> !last "expected ':'"
  'async'? 'with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' NEWLINE -> !last "expected ':'"
invalid_with_stmt_indent
  'async'? a='with' ','.(expression ('as' star_target)?)+ ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'with' statement on line %d"
  'async'? a='with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'with' statement on line %d"
invalid_try_stmt
  a='try' ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'try' statement on line %d"
  'try' ':' block !('except' | 'finally') -> !last "expected 'except' or 'finally' block"
  >=11 <12 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' -> !range a b "cannot have both 'except' and 'except*' on the same 'try'"
  >=11 <12 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' -> !at a "cannot have both 'except' and 'except*' on the same 'try'"
  >=12 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' -> !range a b "cannot have both 'except' and 'except*' on the same 'try'"
  >=12 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' -> !at a "cannot have both 'except' and 'except*' on the same 'try'"
invalid_except_stmt
  <11 'except' a=expression ',' expressions ('as' NAME)? ':' -> !from a "multiple exception types must be parenthesized"
  >=11 <14 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' -> !from a "multiple exception types must be parenthesized"
  >=14 'except' a=expression ',' expressions 'as' NAME ':' -> !from a "multiple exception types must be parenthesized when using 'as'"
  <11 'except' expression ('as' NAME)? NEWLINE -> !last "expected ':'"
  >=11 <13 'except' '*'? expression ('as' NAME)? NEWLINE -> !last "expected ':'"
  >=13 'except' expression ('as' NAME)? NEWLINE -> !last "expected ':'"
  'except' NEWLINE -> !last "expected ':'"
  >=11 <13 'except' '*' (NEWLINE | ':') -> !last "expected one or more exception types"
  >=14 'except' expression 'as' a=expression ':' block -> !at a "cannot use except statement with %s"
invalid_except_star_stmt
  <14 'except' '*' a=expression ',' expressions ('as' NAME)? ':' -> !from a "multiple exception types must be parenthesized"
  >=14 'except' '*' a=expression ',' expressions 'as' NAME ':' -> !from a "multiple exception types must be parenthesized when using 'as'"
  'except' '*' expression ('as' NAME)? NEWLINE -> !last "expected ':'"
  'except' '*' (NEWLINE | ':') -> !last "expected one or more exception types"
  >=14 'except' '*' expression 'as' a=expression ':' block -> !at a "cannot use except* statement with %s"
invalid_finally_stmt
  a='finally' ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'finally' statement on line %d"
invalid_except_stmt_indent
  a='except' expression ('as' NAME)? ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'except' statement on line %d"
  a='except' ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'except' statement on line %d"
invalid_except_star_stmt_indent
  a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'except*' statement on line %d"
invalid_if_stmt
  'if' named_expression NEWLINE -> !last "expected ':'"
  a='if' named_expression ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'if' statement on line %d"
invalid_elif_stmt
  'elif' named_expression NEWLINE -> !last "expected ':'"
  a='elif' named_expression ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'elif' statement on line %d"
invalid_else_stmt
  a='else' ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'else' statement on line %d"
  >=14 'else' ':' block 'elif' -> !last "'elif' block follows an 'else' block"
invalid_while_stmt
  'while' named_expression NEWLINE -> !last "expected ':'"
  a='while' named_expression ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'while' statement on line %d"
invalid_for_stmt
  'async'? 'for' star_targets 'in' star_expressions NEWLINE -> !last "expected ':'"
  'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'for' statement on line %d"
invalid_def_raw
  'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT -> !indent a "expected an indented block after function definition on line %d"
  >=13 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
invalid_class_def_raw
  'class' NAME type_params? ('(' arguments? ')')? NEWLINE -> !last "expected ':'"
  a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT -> !indent a "expected an indented block after class definition on line %d"
`;
