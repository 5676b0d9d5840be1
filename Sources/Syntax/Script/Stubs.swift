extension ScriptGrammar {
  mutating func javaStatement() { skipStatement() }
  mutating func javaPattern() { missing() }
  mutating func javaSwitch() { missing() }
  mutating func javaCast() -> Bool { false }
  mutating func javaNew(_ mark: Int, _ start: UInt32) { missing() }
  mutating func javaParameter() { missing() }
  mutating func javaType() { missing() }
}
