; export {_, _}, export const _ = _, export default class _ {…}
((export_statement) @pattern
  (#set! blank "variable_declarator.value export_statement.value"))
