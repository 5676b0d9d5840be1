/// What the serverless transform makes of its types.
///
/// Source: AWS SAM developer guide, "Generated CloudFormation resources for AWS SAM".
enum ServerlessTypes {
  static func canonical(_ type: String) -> String {
    guard type.hasPrefix("AWS::Serverless::") else { return type }
    return switch type {
    case "AWS::Serverless::Function": "AWS::Lambda::Function"
    case "AWS::Serverless::Api": "AWS::ApiGateway::RestApi"
    case "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api"
    case "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table"
    case "AWS::Serverless::LayerVersion": "AWS::Lambda::LayerVersion"
    case "AWS::Serverless::Application": "AWS::CloudFormation::Stack"
    case "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine"
    case "AWS::Serverless::GraphQLApi": "AWS::AppSync::GraphQLApi"
    default: type
    }
  }
}
