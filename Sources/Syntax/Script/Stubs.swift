extension ScriptGrammar {
  mutating func pythonStatement() { skipStatement() }
  mutating func pythonConditional(_ mark: Int, _ start: UInt32) {}
  mutating func pythonLambda() { missing() }
  mutating func tupleExpression() { expression() }
  mutating func comprehensionTail() {}
  mutating func braceDisplay() { missing() }
  mutating func pythonElement() { expression() }
  mutating func javaStatement() { skipStatement() }
  mutating func javaPattern() { missing() }
  mutating func javaSwitch() { missing() }
  mutating func javaCast() -> Bool { false }
  mutating func javaNew(_ mark: Int, _ start: UInt32) { missing() }
  mutating func javaParameter() { missing() }
  mutating func javaType() { missing() }
  mutating func goStatement() { skipStatement() }
  mutating func typeAssertion(_ mark: Int, _ start: UInt32) -> Bool { false }
  mutating func goBracketType() { missing() }
  mutating func goFunctionExpression() { missing() }
  mutating func goTypeExpression() { missing() }
  mutating func compositeBody(_ mark: Int, _ start: UInt32) { missing() }
  mutating func goType() { missing() }
  mutating func goCaseValues() {}
}
