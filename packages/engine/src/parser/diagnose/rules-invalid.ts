/** The second pass's grammar, part three: what is wrong with expressions. The notation is told in rules-statements.ts. */
export const invalidExpressionRules = `
expression_without_invalid
  disjunction 'if' disjunction 'else' expression -> IfExp
  disjunction
  lambdef
invalid_legacy_expression
  a=NAME !'(' b=star_expressions -> !legacy a b
invalid_expression
  >=14 STRING a=(!STRING expression_without_invalid)+ STRING -> !range a a "invalid syntax. Is this intended to be part of the string?"
  !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid -> !comma a b
  >=10 a=disjunction 'if' b=disjunction !('else' | ':') -> !range a b "expected 'else' after 'if' expression"
  >=15 disjunction 'if' disjunction 'else' a='*' -> !at a "cannot unpack only part of a conditional expression"
  >=14 disjunction 'if' disjunction 'else' !expression -> !next "expected expression after 'else', but statement is given"
  >=14 a=(pass_stmt | break_stmt | continue_stmt) 'if' disjunction 'else' simple_stmt -> !at a "expected expression before 'if', but statement is given"
  >=12 a='lambda' lambda_params? b=':' &FSTRING_MIDDLE -> !range a b "f-string: lambda expressions are not allowed without parentheses"
  >=14 a='lambda' lambda_params? b=':' &TSTRING_MIDDLE -> !range a b "t-string: lambda expressions are not allowed without parentheses"
invalid_named_expression*
  a=expression ':=' expression -> !at a "cannot use assignment expressions with %s"
  >=10 a=NAME '=' b=bitwise_or !('=' | ':=') -> !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  >=10 !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') -> !at a "cannot assign to %s here. Maybe you meant '==' instead of '='?"
invalid_comprehension
  <15 ('[' | '(' | '{') a=starred_expression for_if_clauses -> !at a "iterable unpacking cannot be used in comprehension"
  >=10 ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses -> !range a b "did you forget parentheses around the comprehension target?"
  >=10 ('[' | '{') a=star_named_expression b=',' for_if_clauses -> !range a b "did you forget parentheses around the comprehension target?"
invalid_star_named_expression
  a='*' b=expression -> !conditional a b "invalid starred expression. Did you forget to wrap the conditional expression in parentheses?"
invalid_dict_comprehension
  >=15 '{' a='**' expression -> !at a "cannot use dict unpacking here"
  <9 a='{' '**' bitwise_or for_if_clauses '}' -> !at a "dict unpacking cannot be used in dict comprehension"
  <15 '{' a='**' bitwise_or for_if_clauses '}' -> !at a "dict unpacking cannot be used in dict comprehension"
invalid_for_if_clause
  'async'? 'for' bitwise_or (',' bitwise_or)* ','? !'in' -> !last "'in' expected after for-loop variables"
invalid_group
  <10 '(' a=starred_expression ')' -> !at a "can't use starred expression here"
  >=10 '(' a=starred_expression ')' -> !at a "cannot use starred expression here"
  >=10 <15 '(' a='**' expression ')' -> !at a "cannot use double starred expression here"
  >=15 '(' a='**' expression ')' -> !at a "cannot use dict unpacking here"
invalid_arguments
  <10 args ',' '*' -> !last "iterable argument unpacking follows keyword argument unpacking"
  >=10 <11 a=args ',' '*' -> !at a "iterable argument unpacking follows keyword argument unpacking"
  >=11 <13 (','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs | kwargs) ',' a='*' -> !at a "iterable argument unpacking follows keyword argument unpacking"
  >=13 (','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs | kwargs) a=',' ','.(starred_expression !'=')+ -> !from a "iterable argument unpacking follows keyword argument unpacking"
  <10 a=expression for_if_clauses ',' (args | expression for_if_clauses)? -> !at a "Generator expression must be parenthesized"
  >=10 a=expression b=for_if_clauses ',' (args | expression for_if_clauses)? -> !range a b "Generator expression must be parenthesized"
  >=10 a=NAME b='=' expression for_if_clauses -> !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  >=12 (args ',')? a=NAME b='=' &(',' | ')') -> !range a b "expected argument value expression"
  a=args b=for_if_clauses -> !genexp a b
  <10 args ',' a=expression for_if_clauses -> !at a "Generator expression must be parenthesized"
  >=10 args ',' a=expression b=for_if_clauses -> !range a b "Generator expression must be parenthesized"
  <9 a=args ',' b=args -> !arguments a b
  a=args ',' args -> !arguments a
invalid_kwarg
  <9 a=('True' | 'False' | 'None') '=' -> !at a "cannot assign to %t"
  >=10 a=('True' | 'False' | 'None') b='=' -> !range a b "cannot assign to %t"
  >=10 a=NAME b='=' expression for_if_clauses -> !range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  >=10 !(NAME '=') a=expression b='=' -> !range a b "expression cannot contain assignment, perhaps you meant \\"==\\"?"
  <10 !(NAME '=') a=expression '=' -> !at a "expression cannot contain assignment, perhaps you meant \\"==\\"?"
  >=12 a='**' expression '=' b=expression -> !range a b "cannot assign to keyword argument unpacking"
invalid_starred_expression_unpacking
  a='*' expression '=' b=expression -> !range a b "cannot assign to iterable argument unpacking"
invalid_starred_expression
  '*' -> !last "Invalid star expression"
invalid_double_starred_kvpairs
  ','.double_starred_kvpair+ ',' invalid_kvpair
  expression ':' a='*' bitwise_or -> !from a "cannot use a starred expression in a dictionary value"
  >=15 expression ':' a='**' bitwise_or -> !from a "cannot use dict unpacking in a dictionary value"
  expression a=':' &('}' | ',') -> !at a "expression expected after dictionary key and ':'"
invalid_kvpair
  a=expression !':' -> !key a "':' expected after dictionary key"
  expression ':' a='*' bitwise_or -> !from a "cannot use a starred expression in a dictionary value"
  >=15 expression ':' a='**' bitwise_or -> !from a "cannot use dict unpacking in a dictionary value"
  expression a=':' &('}' | ',') -> !at a "expression expected after dictionary key and ':'"
invalid_lambda_parameters
  >=15 a='/' ',' -> !at a "at least one parameter must precede /"
  >=12 <15 a='/' ',' -> !at a "at least one argument must precede /"
  >=12 (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' -> !at a "/ may appear only once"
  >=12 lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default -> !at a "parameter without a default follows parameter with a default"
  <12 >=10 lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default -> !at a "non-default argument follows default argument"
  <9 a=(lambda_param_no_default* invalid_lambda_parameters_helper) lambda_param_no_default -> !at a "non-default argument follows default argument"
  <10 lambda_param_no_default* invalid_lambda_parameters_helper lambda_param_no_default -> !last "non-default argument follows default argument"
  >=11 lambda_param_no_default* a='(' ','.lambda_param+ ','? b=')' -> !range a b "Lambda expression parameters cannot be parenthesized"
  <12 >=11 a='/' ',' -> !at a "at least one argument must precede /"
  <12 >=11 (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' -> !at a "/ may appear only once"
  >=11 (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' -> !at a "/ must be ahead of *"
  >=11 lambda_param_maybe_default+ '/' a='*' -> !at a "expected comma between / and *"
invalid_lambda_parameters_helper
  lambda_slash_with_default
  lambda_param_with_default+
invalid_lambda_star_etc
  <9 a='*' (':' | ',' (':' | '**')) -> !at a "named arguments must follow bare *"
  <15 '*' (':' | ',' (':' | '**')) -> !last "named arguments must follow bare *"
  >=15 '*' (':' | ',' (':' | '**')) -> !last "named parameters must follow bare *"
  >=11 <15 '*' lambda_param a='=' -> !at a "var-positional argument cannot have default value"
  >=15 '*' lambda_param a='=' -> !at a "var-positional parameter cannot have default value"
  >=11 <15 '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') -> !at a "* argument may appear only once"
  >=15 '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') -> !at a "* may appear only once"
invalid_lambda_kwds
  <15 '**' lambda_param a='=' -> !at a "var-keyword argument cannot have default value"
  <15 '**' lambda_param ',' a=lambda_param -> !at a "arguments cannot follow var-keyword argument"
  <15 '**' lambda_param ',' a=('*' | '**' | '/') -> !at a "arguments cannot follow var-keyword argument"
  >=15 '**' lambda_param a='=' -> !at a "var-keyword parameter cannot have default value"
  >=15 '**' lambda_param ',' a=lambda_param -> !at a "parameters cannot follow var-keyword parameter"
  >=15 '**' lambda_param ',' a=('*' | '**' | '/') -> !at a "parameters cannot follow var-keyword parameter"
invalid_arithmetic
  sum_start ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion -> !range a b "'not' after an operator must be parenthesized"
sum_start
  sum
invalid_factor
  ('+' | '-' | '~') a='not' b=factor -> !range a b "'not' after an operator must be parenthesized"
invalid_string_tstring_concat
  a=(fstring_literal | STRING)+ b=tstring_literal -> !mixed a b "cannot mix t-string literals with string or bytes literals"
  a=tstring_literal+ b=(fstring_literal | STRING) -> !mixed a b "cannot mix t-string literals with string or bytes literals"
invalid_fstring_replacement_field
  '{' a='=' -> !at a "f-string: valid expression required before '='"
  '{' a='!' -> !at a "f-string: valid expression required before '!'"
  '{' a=':' -> !at a "f-string: valid expression required before ':'"
  '{' a='}' -> !at a "f-string: valid expression required before '}'"
  '{' !annotated_rhs -> !next "f-string: expecting a valid expression after '{'"
  '{' annotated_rhs !('=' | '!' | ':' | '}') -> !next "f-string: expecting '=', or '!', or ':', or '}'"
  '{' annotated_rhs '=' !('!' | ':' | '}') -> !next "f-string: expecting '!', or ':', or '}'"
  '{' annotated_rhs '='? invalid_fstring_conversion_character
  '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> !next "f-string: expecting ':' or '}'"
  '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}' -> !next "f-string: expecting '}', or format specs"
  '{' annotated_rhs '='? ('!' NAME)? !'}' -> !next "f-string: expecting '}'"
invalid_fstring_conversion_character
  '!' &(':' | '}') -> !next "f-string: missing conversion character"
  '!' !NAME -> !next "f-string: invalid conversion character"
invalid_tstring_replacement_field
  '{' a='=' -> !at a "t-string: valid expression required before '='"
  '{' a='!' -> !at a "t-string: valid expression required before '!'"
  '{' a=':' -> !at a "t-string: valid expression required before ':'"
  '{' a='}' -> !at a "t-string: valid expression required before '}'"
  '{' !annotated_rhs -> !next "t-string: expecting a valid expression after '{'"
  '{' annotated_rhs !('=' | '!' | ':' | '}') -> !next "t-string: expecting '=', or '!', or ':', or '}'"
  '{' annotated_rhs '=' !('!' | ':' | '}') -> !next "t-string: expecting '!', or ':', or '}'"
  '{' annotated_rhs '='? invalid_tstring_conversion_character
  '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> !next "t-string: expecting ':' or '}'"
  '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}' -> !next "t-string: expecting '}', or format specs"
  '{' annotated_rhs '='? ('!' NAME)? !'}' -> !next "t-string: expecting '}'"
invalid_tstring_conversion_character
  '!' &(':' | '}') -> !next "t-string: missing conversion character"
  '!' !NAME -> !next "t-string: invalid conversion character"
`;
