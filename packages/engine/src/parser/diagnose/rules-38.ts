/**
 * The grammar of 3.8, whose parser looked one token ahead and knew no special messages: it tells where a text stops
 * being a prefix of a program. What this grammar lets pass was refused later, while the tree was built.
 */
export const oldRules = `
file_old
  stmt_old* ENDMARKER
eval_old
  testlist_star
stmt_old
  compound_old
  simple_old
simple_old
  small_old (';' small_old)* ';'? NEWLINE
small_old
  flow_old
  'del' exprlist
  import_old
  ('global' | 'nonlocal') ','.NAME+
  'assert' test (',' test)?
  testlist_star (':' test ('=' assigned)? | AUGASSIGN (yield_old | testlist) | ('=' assigned)*)
  yield_old
assigned
  yield_old
  testlist_star
flow_old
  ('pass' | 'break' | 'continue')
  'return' testlist_star?
  'raise' (test ('from' test)?)?
import_old
  'import' ','.dotted_as_old+
  'from' (('.' | '...')* dotted_old | ('.' | '...')+) 'import' ('*' | '(' import_as_names_old ')' | import_as_names_old)
import_as_names_old
  import_as_old (',' import_as_old)* ','?
import_as_old
  NAME ('as' NAME)?
dotted_as_old
  dotted_old ('as' NAME)?
dotted_old
  NAME ('.' NAME)*
suite
  NEWLINE INDENT stmt_old+ DEDENT
  NEWLINE !INDENT -> !indent "expected an indented block"
  simple_old
compound_old
  'if' namedexpr ':' suite ('elif' namedexpr ':' suite)* ('else' ':' suite)?
  'while' namedexpr ':' suite ('else' ':' suite)?
  for_old
  'try' ':' suite ('finally' ':' suite | ('except' (test ('as' NAME)?)? ':' suite)+ ('else' ':' suite)? ('finally' ':' suite)?)
  with_old
  def_old
  class_old
  ('@' dotted_old ('(' arglist? ')')? NEWLINE)+ (class_old | 'async'? def_old)
  'async' (def_old | with_old | for_old)
for_old
  'for' exprlist 'in' testlist ':' suite ('else' ':' suite)?
with_old
  'with' ','.(test ('as' expr)?)+ ':' suite
def_old
  'def' NAME '(' params_old? ')' ('->' test)? ':' suite
class_old
  'class' NAME ('(' arglist? ')')? ':' suite
params_old
  param_old (',' (param_old | '/'))* (',' star_params_old?)?
  star_params_old
star_params_old
  '*' typed_old? (',' param_old)* (',' ('**' typed_old ','?)?)?
  '**' typed_old ','?
param_old
  typed_old ('=' test)?
typed_old
  NAME (':' test)?
lambda_params_old
  lambda_param_old (',' (lambda_param_old | '/'))* (',' lambda_star_old?)?
  lambda_star_old
lambda_star_old
  '*' NAME? (',' lambda_param_old)* (',' ('**' NAME ','?)?)?
  '**' NAME ','?
lambda_param_old
  NAME ('=' test)?
namedexpr
  test (':=' test)?
test*
  'lambda' lambda_params_old? ':' test
  or_test ('if' or_test 'else' test)?
test_nocond
  'lambda' lambda_params_old? ':' test_nocond
  or_test
or_test*
  and_test ('or' and_test)*
and_test
  not_test ('and' not_test)*
not_test
  'not' not_test
  expr (comp_op expr)*
comp_op
  (COMPARE | '<>' | 'in' | 'not' 'in' | 'is' 'not'?)
star_expr
  '*' expr
expr*
  xor_expr ('|' xor_expr)*
xor_expr
  and_expr ('^' and_expr)*
and_expr
  shift_old ('&' shift_old)*
shift_old
  arith ((('<<' | '>>')) arith)*
arith
  term_old (('+' | '-') term_old)*
term_old
  factor_old (('*' | '@' | '/' | '%' | '//') factor_old)*
factor_old
  ('+' | '-' | '~') factor_old
  atom_expr ('**' factor_old)?
atom_expr*
  'await'? atom_old trailer*
atom_old
  '(' (yield_old | testlist_comp)? ')'
  '[' testlist_comp? ']'
  '{' dictorset? '}'
  NAME
  NUMBER
  STRING+
  ('...' | 'None' | 'True' | 'False')
testlist_comp
  (star_expr | namedexpr) (comp_for | (',' (star_expr | namedexpr))* ','?)
trailer
  '(' arglist? ')'
  '[' subscript (',' subscript)* ','? ']'
  '.' NAME
subscript
  test? ':' test? (':' test?)?
  test
exprlist
  (star_expr | expr) (',' (star_expr | expr))* ','?
testlist
  test (',' test)* ','?
testlist_star
  (star_expr | test) (',' (star_expr | test))* ','?
dictorset
  dict_item (comp_for | (',' dict_item)* ','?)
  (star_expr | test) (comp_for | (',' (star_expr | test))* ','?)
dict_item
  '**' expr
  test ':' test
arglist
  argument (',' argument)* ','?
argument
  '**' test
  '*' test
  test (comp_for | ':=' test | '=' test)?
comp_for
  'async'? 'for' exprlist 'in' or_test comp_iter?
comp_iter
  comp_for
  'if' test_nocond comp_iter?
yield_old
  'yield' ('from' test | testlist_star)?
`;
