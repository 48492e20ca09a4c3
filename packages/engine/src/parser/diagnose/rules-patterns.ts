/** The second pass's grammar, part four: match statements. The notation is told in rules-statements.ts. */
export const patternRules = `
match_stmt
  "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  invalid_match_stmt
subject_expr
  star_named_expression ',' star_named_expressions?
  named_expression
case_block
  invalid_case_block
  "case" patterns guard? ':' block
guard
  'if' named_expression
patterns
  open_sequence_pattern
  pattern
pattern
  as_pattern
  or_pattern
as_pattern
  or_pattern 'as' pattern_capture_target
  >=10 invalid_as_pattern
or_pattern
  '|'.closed_pattern+
closed_pattern*
  literal_pattern
  capture_pattern
  wildcard_pattern
  value_pattern
  group_pattern
  sequence_pattern
  mapping_pattern
  class_pattern
literal_pattern
  signed_number !('+' | '-')
  complex_number
  strings
  'None'
  'True'
  'False'
complex_number
  signed_real_number ('+' | '-') imaginary_number
signed_number
  NUMBER
  '-' NUMBER
  >=15 '+' NUMBER
signed_real_number
  real_number
  '-' real_number
  >=15 '+' real_number
real_number
  a=NUMBER -> !real a "real number required in complex literal"
imaginary_number
  a=NUMBER -> !imaginary a "imaginary number required in complex literal"
capture_pattern
  pattern_capture_target
pattern_capture_target
  !"_" NAME !('.' | '(' | '=')
wildcard_pattern
  "_"
value_pattern
  attr !('.' | '(' | '=')
attr*
  NAME ('.' NAME)+
name_or_attr*
  NAME ('.' NAME)*
group_pattern
  '(' pattern ')'
sequence_pattern
  '[' maybe_sequence_pattern? ']'
  '(' open_sequence_pattern? ')'
open_sequence_pattern
  maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern
  ','.maybe_star_pattern+ ','?
maybe_star_pattern
  star_pattern
  pattern
star_pattern*
  '*' pattern_capture_target
  '*' wildcard_pattern
mapping_pattern
  '{' '}'
  '{' double_star_pattern ','? '}'
  '{' items_pattern ',' double_star_pattern ','? '}'
  '{' items_pattern ','? '}'
  >=15 invalid_mapping_pattern
items_pattern
  ','.key_value_pattern+
key_value_pattern
  (literal_pattern | attr) ':' pattern
double_star_pattern
  '**' pattern_capture_target
class_pattern
  name_or_attr '(' ')'
  name_or_attr '(' positional_patterns ','? ')'
  name_or_attr '(' keyword_patterns ','? ')'
  name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'
  invalid_class_pattern
positional_patterns
  ','.pattern+
keyword_patterns
  ','.keyword_pattern+
keyword_pattern
  NAME '=' pattern
invalid_match_stmt
  "match" subject_expr NEWLINE -> !last "expected ':'"
  a="match" subject_expr ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'match' statement on line %d"
invalid_case_block
  "case" patterns guard? NEWLINE -> !last "expected ':'"
  a="case" patterns guard? ':' NEWLINE !INDENT -> !indent a "expected an indented block after 'case' statement on line %d"
invalid_as_pattern
  or_pattern 'as' a="_" -> !at a "cannot use '_' as a target"
  <14 or_pattern 'as' !NAME a=expression -> !at a "invalid pattern target"
  >=14 or_pattern 'as' a=expression -> !at a "cannot use %s as pattern target"
invalid_mapping_pattern
  '{' (items_pattern ',')? '**' a=pattern_capture_target ',' items_pattern -> !at a "double star pattern must be the last (right-most) subpattern in the mapping pattern"
invalid_class_pattern
  name_or_attr '(' a=invalid_class_argument_pattern -> !range a a "positional patterns follow keyword patterns"
invalid_class_argument_pattern
  (positional_patterns ',')? keyword_patterns ',' a=positional_patterns -> =a
`;
