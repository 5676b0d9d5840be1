import Knowledge
import Testing

/// Faults that the response has whatever the ideal says.
struct StandingAloneTests {
  private func findings(
    _ rule: String, response: String, ideal: String? = nil, extension suffix: String = "yaml"
  )
    -> [Finding]
  {
    KnownFailureFiles.judge(response: response, ideal: ideal ?? response, extension: suffix).findings
      .filter { $0.rule == rule }
  }

  private func group(_ name: String, port: Int, range: String) -> String {
    """
    Resources:
      \(name):
        Type: AWS::EC2::SecurityGroup
        Properties:
          GroupDescription: group
          SecurityGroupIngress:
            - IpProtocol: tcp
              FromPort: \(port)
              ToPort: \(port)
              CidrIp: \(range)

    """
  }

  @Test
  func `A port that is open to everyone is told in the ideal's company, too`() {
    let found = findings(
      "overly-permissive-security-group", response: group("Database", port: 5432, range: "0.0.0.0/0"))
    #expect(
      found.map(\.title) == ["Overly permissive security group rules: Database opens port 5432 to 0.0.0.0/0"])
    #expect(found.map(\.confidence) == [350])
  }

  @Test
  func `The front door of a load balancer may be open`() {
    let rule = "overly-permissive-security-group"
    #expect(findings(rule, response: group("LoadBalancer", port: 443, range: "0.0.0.0/0")).isEmpty)
    #expect(findings(rule, response: group("LoadBalancer", port: 22, range: "0.0.0.0/0")).count == 1)
    #expect(findings(rule, response: group("Database", port: 5432, range: "10.0.1.0/24")).isEmpty)
  }

  @Test
  func `An outgoing rule to everyone is no open door`() {
    let rule = { (type: String) in
      """
      resource "aws_security_group_rule" "any" {
        type              = "\(type)"
        from_port         = 22
        to_port           = 22
        protocol          = "tcp"
        cidr_blocks       = ["0.0.0.0/0"]
        security_group_id = aws_security_group.app.id
      }

      """
    }
    let name = "overly-permissive-security-group"
    #expect(findings(name, response: rule("egress"), extension: "tf").isEmpty)
    #expect(findings(name, response: rule("ingress"), extension: "tf").count == 1)
  }

  private func role(_ actions: String, on resource: String, effect: String = "Allow") -> String {
    """
    Resources:
      Worker:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: work
          PolicyDocument:
            Statement:
              - Effect: \(effect)
                Action: \(actions)
                Resource: "\(resource)"

    """
  }

  @Test
  func `Whole services and changes to every resource are wildcards`() {
    let rule = "iam-wildcard-permissions"
    #expect(findings(rule, response: role("\"s3:*\"", on: "arn:aws:s3:::uploads/*")).count == 1)
    #expect(findings(rule, response: role("s3:PutObject", on: "*")).count == 1)
    #expect(findings(rule, response: role("s3:PutObject", on: "arn:aws:s3:::uploads/*")).isEmpty)
  }

  @Test
  func `Denials and actions without resources are no wildcards`() {
    let rule = "iam-wildcard-permissions"
    #expect(findings(rule, response: role("s3:PutObject", on: "*", effect: "Deny")).isEmpty)
    #expect(findings(rule, response: role("cloudwatch:PutMetricData", on: "*")).isEmpty)
  }

  @Test
  func `A companion in the template keeps the finding away`() {
    let topic = "Resources:\n  Alerts:\n    Type: AWS::SNS::Topic\n"
    let prompt = "# Task\n\n- Send a notification by email.\n"
    let subscribed =
      topic
      + "  Mail:\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: !Ref Alerts\n      Protocol: email\n"
    let titles = { (text: String) in
      KnownFailureFiles.judge(response: text, ideal: text, prompt: prompt).findings.map(\.rule)
    }
    #expect(titles(topic).contains("topic-without-subscription"))
    #expect(!titles(subscribed).contains("topic-without-subscription"))
  }
}
