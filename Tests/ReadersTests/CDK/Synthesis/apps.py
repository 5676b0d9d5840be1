"""Writes small CDK apps in Python: groups of constructs, each in several shapes of program.

    python3 apps.py FOLDER      FOLDER/app-00/app.py, FOLDER/app-01/app.py, …
"""

import os
import re
import sys

GROUPS = {
    "storage": """
key = kms.Key(SCOPE, "DataKey", enable_key_rotation=True, removal_policy=RemovalPolicy.DESTROY)
key.add_alias("alias/data")
logs_bucket = s3.Bucket(SCOPE, "LogsBucket", block_public_access=s3.BlockPublicAccess.BLOCK_ALL)
data = s3.Bucket(
    SCOPE,
    "DataBucket",
    encryption=s3.BucketEncryption.KMS,
    encryption_key=key,
    server_access_logs_bucket=logs_bucket,
    lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(30))],
)
data.add_lifecycle_rule(noncurrent_version_expiration=Duration.days(7))
CfnOutput(SCOPE, "DataBucketName", value=data.bucket_name)
""",
    "tables": """
table = dynamodb.Table(
    SCOPE, "Orders", partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
    billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST)
table.add_global_secondary_index(
    index_name="ByDay", partition_key=dynamodb.Attribute(name="day", type=dynamodb.AttributeType.STRING))
global_table = dynamodb.TableV2(
    SCOPE, "Events", partition_key=dynamodb.Attribute(name="pk", type=dynamodb.AttributeType.STRING))
""",
    "functions": """
role = iam.Role(SCOPE, "HandlerRole", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
role.add_to_policy(iam.PolicyStatement(actions=["s3:GetObject"], resources=["*"]))
handler = lambda_.Function(
    SCOPE, "Handler", runtime=lambda_.Runtime.PYTHON_3_12, handler="index.handler", role=role,
    code=lambda_.Code.from_inline("def handler(event, context): pass"), environment={"A": "b"})
version_alias = lambda_.Alias(SCOPE, "LiveAlias", alias_name="live", version=handler.current_version)
layer = lambda_.CfnLayerVersion(
    SCOPE, "SharedLayer", content=lambda_.CfnLayerVersion.ContentProperty(s3_bucket="b", s3_key="k"))
lambda_.CfnPermission(SCOPE, "InvokePermission", action="lambda:InvokeFunction",
                      function_name=handler.function_name, principal="events.amazonaws.com")
""",
    "queues": """
dead = sqs.Queue(SCOPE, "DeadLetters", retention_period=Duration.days(14))
jobs = sqs.Queue(SCOPE, "Jobs", dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=3, queue=dead))
topic = sns.Topic(SCOPE, "Alerts", display_name="Alerts")
topic.add_subscription(subscriptions.SqsSubscription(jobs))
sns.Subscription(SCOPE, "MailSubscription", topic=topic, protocol=sns.SubscriptionProtocol.EMAIL,
                 endpoint="team@example.com")
sqs.CfnQueue(SCOPE, "RawQueue", queue_name="raw")
""",
    "network": """
vpc = ec2.Vpc(SCOPE, "Vpc", max_azs=2, nat_gateways=1)
group = ec2.SecurityGroup(SCOPE, "WebGroup", vpc=vpc, allow_all_outbound=True)
group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443), "https")
vpc.add_gateway_endpoint("S3Endpoint", service=ec2.GatewayVpcEndpointAwsService.S3)
ec2.InterfaceVpcEndpoint(SCOPE, "LogsEndpoint", vpc=vpc,
                         service=ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS)
ec2.CfnEIP(SCOPE, "Address")
ec2.FlowLog(SCOPE, "Flow", resource_type=ec2.FlowLogResourceType.from_vpc(vpc))
""",
    "database": """
db_vpc = ec2.Vpc(SCOPE, "DbVpc", max_azs=2, nat_gateways=0)
secret = secretsmanager.Secret(SCOPE, "DbSecret")
parameters = rds.ParameterGroup(
    SCOPE, "DbParameters", engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_15))
database = rds.DatabaseInstance(
    SCOPE, "Database", engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_15),
    vpc=db_vpc, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED),
    parameter_group=parameters, multi_az=True)
cluster = rds.DatabaseCluster(
    SCOPE, "Aurora", engine=rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_15_4),
    writer=rds.ClusterInstance.serverless_v2("writer"), vpc=db_vpc,
    vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED))
rds.SubnetGroup(SCOPE, "DbSubnets", description="subnets", vpc=db_vpc,
                vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED))
""",
    "containers": """
ecs_vpc = ec2.Vpc(SCOPE, "EcsVpc", max_azs=2)
ecs_cluster = ecs.Cluster(SCOPE, "Cluster", vpc=ecs_vpc)
task = ecs.FargateTaskDefinition(SCOPE, "Task", cpu=256, memory_limit_mib=512)
task.add_container("web", image=ecs.ContainerImage.from_registry("nginx"),
                   port_mappings=[ecs.PortMapping(container_port=80)])
service = ecs.FargateService(SCOPE, "Service", cluster=ecs_cluster, task_definition=task)
balancer = elbv2.ApplicationLoadBalancer(SCOPE, "Balancer", vpc=ecs_vpc, internet_facing=True)
listener = balancer.add_listener("Http", port=80, open=True)
listener.add_targets("Web", port=80, targets=[service])
target_group = elbv2.ApplicationTargetGroup(SCOPE, "Spare", vpc=ecs_vpc, port=8080)
ecr.Repository(SCOPE, "Images", image_scan_on_push=True)
""",
    "gateway": """
api_handler = lambda_.Function(
    SCOPE, "ApiHandler", runtime=lambda_.Runtime.NODEJS_20_X, handler="index.handler",
    code=lambda_.Code.from_inline("exports.handler = async () => ({ statusCode: 200 });"))
api = apigateway.RestApi(SCOPE, "Api", deploy_options=apigateway.StageOptions(stage_name="prod"))
items = api.root.add_resource("items")
items.add_method("GET", apigateway.LambdaIntegration(api_handler))
plan = api.add_usage_plan("Plan", name="plan")
http = apigwv2.HttpApi(SCOPE, "HttpApi")
apigwv2.WebSocketApi(SCOPE, "Sockets")
""",
    "alarms": """
log_group = logs.LogGroup(SCOPE, "AppLogs", retention=logs.RetentionDays.ONE_MONTH)
logs.MetricFilter(SCOPE, "Errors", log_group=log_group, metric_namespace="App", metric_name="Errors",
                  filter_pattern=logs.FilterPattern.literal("ERROR"))
metric = cloudwatch.Metric(namespace="App", metric_name="Errors")
alarm = cloudwatch.Alarm(SCOPE, "ErrorAlarm", metric=metric, threshold=1, evaluation_periods=1)
dashboard = cloudwatch.Dashboard(SCOPE, "Dashboard")
dashboard.add_widgets(cloudwatch.GraphWidget(left=[metric]))
cloudwatch.CompositeAlarm(SCOPE, "AnyAlarm", alarm_rule=cloudwatch.AlarmRule.any_of(alarm))
""",
    "events": """
bus = events.EventBus(SCOPE, "Bus")
event_queue = sqs.Queue(SCOPE, "EventQueue")
rule = events.Rule(SCOPE, "Nightly", schedule=events.Schedule.cron(hour="2", minute="0"))
rule.add_target(targets.SqsQueue(event_queue))
events.Archive(SCOPE, "Archive", source_event_bus=bus, event_pattern=events.EventPattern(source=["app"]))
stream = kinesis.Stream(SCOPE, "Stream", shard_count=1)
""",
    "workflow": """
start = sfn.Pass(SCOPE, "Start")
done = sfn.Succeed(SCOPE, "Done")
wait = sfn.Wait(SCOPE, "Pause", time=sfn.WaitTime.duration(Duration.seconds(5)))
machine = sfn.StateMachine(
    SCOPE, "Machine", definition_body=sfn.DefinitionBody.from_chainable(start.next(wait).next(done)))
activity = sfn.Activity(SCOPE, "Manual")
""",
    "identity": """
pool = cognito.UserPool(SCOPE, "Users", self_sign_up_enabled=False)
cognito.UserPoolClient(SCOPE, "WebClient", user_pool=pool)
pool.add_domain("Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix="example-users"))
user_group = iam.Group(SCOPE, "Admins")
user = iam.User(SCOPE, "Deployer", groups=[user_group])
policy = iam.ManagedPolicy(SCOPE, "ReadOnly", statements=[
    iam.PolicyStatement(actions=["s3:List*"], resources=["*"])])
iam.Policy(SCOPE, "Inline", statements=[iam.PolicyStatement(actions=["sqs:*"], resources=["*"])], users=[user])
""",
    "edge": """
site = s3.Bucket(SCOPE, "Site")
identity = cloudfront.OriginAccessIdentity(SCOPE, "Identity")
site.grant_read(identity)
distribution = cloudfront.Distribution(
    SCOPE, "Cdn", default_behavior=cloudfront.BehaviorOptions(origin=origins.HttpOrigin("example.com")))
zone = route53.PublicHostedZone(SCOPE, "Zone", zone_name="example.com")
route53.CnameRecord(SCOPE, "Alias", zone=zone, domain_name="cdn.example.net", record_name="www")
wafv2.CfnWebACL(
    SCOPE, "Firewall", scope="REGIONAL",
    default_action=wafv2.CfnWebACL.DefaultActionProperty(allow=wafv2.CfnWebACL.AllowActionProperty()),
    visibility_config=wafv2.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name="waf", sampled_requests_enabled=True))
""",
    "delivery": """
source = codecommit.Repository(SCOPE, "Source", repository_name="app")
project = codebuild.Project(SCOPE, "Build", build_spec=codebuild.BuildSpec.from_object({"version": "0.2"}))
vault = backup.BackupVault(SCOPE, "Vault")
backup_plan = backup.BackupPlan(SCOPE, "BackupPlan", backup_vault=vault)
backup_plan.add_rule(backup.BackupPlanRule.daily())
files_vpc = ec2.Vpc(SCOPE, "FilesVpc", max_azs=2)
files = efs.FileSystem(SCOPE, "Files", vpc=files_vpc)
ssm.StringParameter(SCOPE, "Setting", string_value="on")
CfnParameter(SCOPE, "Size", type="String", default="small")
""",
}

MODULES = {
    "apigateway": "apigateway", "apigwv2": "apigatewayv2", "backup": "backup", "cloudfront": "cloudfront",
    "cloudwatch": "cloudwatch", "codebuild": "codebuild", "codecommit": "codecommit", "cognito": "cognito",
    "dynamodb": "dynamodb", "ec2": "ec2", "ecr": "ecr", "ecs": "ecs", "efs": "efs",
    "elbv2": "elasticloadbalancingv2", "events": "events", "iam": "iam", "kinesis": "kinesis", "kms": "kms",
    "lambda_": "lambda", "logs": "logs", "origins": "cloudfront_origins", "rds": "rds", "route53": "route53",
    "s3": "s3", "secretsmanager": "secretsmanager", "sfn": "stepfunctions", "sns": "sns", "sqs": "sqs",
    "ssm": "ssm", "subscriptions": "sns_subscriptions", "targets": "events_targets", "wafv2": "wafv2",
}
CORE = ["App", "CfnOutput", "CfnParameter", "Duration", "Environment", "NestedStack", "RemovalPolicy", "Stack", "Stage"]


def indented(text, by):
    return "\n".join(" " * by + line if line else line for line in text.strip("\n").split("\n")) + "\n"


def in_stack(names):
    body = "".join(GROUPS[name] for name in names).replace("SCOPE", "self")
    return f"""
class AppStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
{indented(body, 8)}

app = App()
AppStack(app, "App", env=Environment(region="us-east-1"))
app.synth()
"""


def at_top_level(names):
    body = "".join(GROUPS[name] for name in names).replace("SCOPE", "stack")
    return f'app = App()\nstack = Stack(app, "Main")\n{body}app.synth()\n'


def in_constructs(names):
    classes = "".join(
        f"""
class {name.title()}(Construct):
    def __init__(self, scope, id, *, stage):
        super().__init__(scope, id)
{indented(GROUPS[name].replace("SCOPE", "self"), 8)}
"""
        for name in names)
    uses = "".join(f'        {name.title()}(self, "{name.title()}Part", stage="dev")\n' for name in names)
    return f"""{classes}
class AppStack(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
{uses}
app = App()
AppStack(app, "App")
app.synth()
"""


def in_functions(names):
    functions = "".join(
        f"def build_{name}(scope):\n{indented(GROUPS[name].replace('SCOPE', 'scope'), 4)}\n" for name in names)
    calls = "".join(f"build_{name}(stack)\n" for name in names)
    return f'{functions}\napp = App()\nstack = Stack(app, "Main")\n{calls}app.synth()\n'


def in_methods(names):
    methods = "".join(
        f"    def _create_{name}(self) -> None:\n{indented(GROUPS[name].replace('SCOPE', 'self'), 8)}\n" for name in names)
    calls = "".join(f"        self._create_{name}()\n" for name in names)
    return f"""
class AppStack(Stack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
{calls}
{methods}
app = App()
AppStack(app, "App")
app.synth()
"""


def in_several_stacks(names):
    classes = "".join(
        f"""
class {name.title()}Stack(Stack):
    def __init__(self, scope: Construct, construct_id: str, shared=None, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
{indented(GROUPS[name].replace("SCOPE", "self"), 8)}        self.marker = ssm.StringParameter(self, "{name.title()}Marker", string_value="x")
"""
        for name in names)
    uses, previous = "", "None"
    for name in names:
        uses += f'{name}_stack = {name.title()}Stack(app, "{name.title()}", shared={previous})\n'
        previous = f"{name}_stack.marker"
    return f"{classes}\napp = App()\n{uses}app.synth()\n"


def in_branches(names):
    body = GROUPS[names[0]].replace("SCOPE", "self")
    rest = "".join(GROUPS[name] for name in names[1:]).replace("SCOPE", "self")
    return f"""
class AppStack(Stack):
    def __init__(self, scope, construct_id, *, is_production=True, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
        for stage in ["dev", "prod"]:
            sqs.Queue(self, f"{{stage}}-queue")
            ssm.StringParameter(self, "Stage" + stage, string_value=stage)
        if is_production:
{indented(body, 12)}        else:
            s3.Bucket(self, "Unused")
{indented(rest, 8)}

app = App()
AppStack(app, "App", is_production=True)
app.synth()
"""


def in_nested_stacks(names):
    classes = "".join(
        f"""
class {name.title()}Nested(NestedStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
{indented(GROUPS[name].replace("SCOPE", "self"), 8)}
"""
        for name in names)
    uses = "".join(f'{name.title()}Nested(root, "{name.title()}Nested")\n' for name in names)
    return f'{classes}\napp = App()\nroot = Stack(app, "Root")\n{uses}app.synth()\n'


SHAPES = [
    in_stack, at_top_level, in_constructs, in_functions, in_methods, in_several_stacks, in_branches, in_nested_stacks]


def with_imports(text, style):
    """Spells the modules as one of: aliases, `cdk.aws_s3.`, classes imported by name, keyword arguments."""
    used = [alias for alias in MODULES if re.search(rf"\b{alias}\.", text)]
    head = "from constructs import Construct\n\n"
    if style == "qualified":
        for alias in used:
            text = re.sub(rf"(?<![\w.]){alias}\.(?=[A-Z])", f"cdk.aws_{MODULES[alias]}.", text)
        for name in CORE:
            text = re.sub(rf"(?<![\w.\"]){name}(?=[.(),])", f"cdk.{name}", text)
        return "import aws_cdk as cdk\n" + head + text
    if style == "keywords":
        text = re.sub(r"\((\s*)(self|stack|scope),\s*(\"\w+\")", r"(\1scope=\2, id=\3", text)
        # Where a property is called scope, the parameter is not.
        text = re.sub(r"scope=(\w+), id=(\"Firewall\")", r"scope_=\1, id=\2", text)
    core = ", ".join(name for name in CORE if re.search(rf"\b{name}\b", text))
    lines = f"from aws_cdk import {core}\n"
    if style == "modules":
        return lines + "".join(f"import aws_cdk.aws_{MODULES[a]} as {a}\n" for a in used) + head + text
    listed = "".join(f"    aws_{MODULES[alias]} as {alias},\n" for alias in used)
    return lines + f"from aws_cdk import (\n{listed})\n" + head + text


STYLES = ["aliases", "qualified", "modules", "keywords"]


def main(folder):
    names = list(GROUPS)
    count = 0
    for first in range(len(names)):
        for turn in range(5):
            chosen = [names[(first + step) % len(names)] for step in (0, 3 + turn, 7 + turn)]
            shape = SHAPES[(first + turn * 3) % len(SHAPES)]
            text = with_imports(shape(list(dict.fromkeys(chosen))), STYLES[(first + turn) % len(STYLES)])
            path = os.path.join(folder, f"app-{count:02}")
            os.makedirs(path, exist_ok=True)
            with open(os.path.join(path, "app.py"), "w") as file:
                file.write(text)
            count += 1
    print(count, "apps in", folder)


if __name__ == "__main__":
    main(sys.argv[1])
