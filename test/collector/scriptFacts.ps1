# What scripts are made of, by PowerShell's own parser: a fact a line, as kind, line and text with tabs between; `next` ends a script.
# $Parameters are the scripts as a JSON list of texts. Syntax facts begin with the version that first had it.
function Fact($kind, $extent, $what) { "$kind`t$($extent.StartLineNumber)`t" + ($what -replace '[\t\r\n]+', ' ') }

foreach ($element in [Text.Json.JsonDocument]::Parse($Parameters).RootElement.EnumerateArray()) {
  $text = $element.GetString()
  $tokens = $null
  $errors = $null
  $tree = [Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
  foreach ($one in $errors) { Fact 'error' $one.Extent $one.Message }
  foreach ($token in $tokens) {
    $kind = "$($token.Kind)"
    if ($kind -in 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'QuestionMark', 'AndAnd', 'OrOr', 'Clean') { Fact 'syntax' $token.Extent "7 $kind" }
    if ($kind -in 'Iin', 'Cin', 'Inotin', 'Cnotin', 'Shl', 'Shr') { Fact 'syntax' $token.Extent "3 $kind" }
    if ($kind -eq 'Number' -and $token.Text -match '(?i)^-?(0b|(0x[0-9a-f]+|[0-9.]+)(n|u|y|s|us|ul|uy)(kb|mb|gb|tb|pb)?$)' -and $token.Text -notmatch '(?i)^0x[0-9a-f]+$') { Fact 'syntax' $token.Extent "7 number $($token.Text)" }
    if ($kind -in 'StringExpandable', 'HereStringExpandable' -and $token.Text -match '(?<!`)(``)*`(e|u\{)') { Fact 'syntax' $token.Extent '7 escape' }
  }
  $seen = $tree.FindAll({ $true }, $true)
  foreach ($node in $seen) {
    switch ($node.GetType().Name) {
      'TernaryExpressionAst' { Fact 'syntax' $node.Extent '7 ternary' }
      'PipelineChainAst' { Fact 'syntax' $node.Extent '7 chain' }
      'PipelineAst' { if ($node.Background) { Fact 'syntax' $node.Extent '6 background' } }
      'TypeDefinitionAst' { Fact 'syntax' $node.Extent '5 type definition' }
      'UsingStatementAst' { Fact 'syntax' $node.Extent '5 using' }
      'UsingExpressionAst' { Fact 'syntax' $node.Extent '3 using expression' }
      'CommandAst' {
        $name = $node.GetCommandName()
        if ($name) { Fact 'command' $node.Extent $name } else { Fact 'command' $node.Extent "$($node.InvocationOperator) $($node.CommandElements[0])" }
        foreach ($element in $node.CommandElements) {
          if ($element.GetType().Name -eq 'CommandParameterAst') { Fact 'parameter' $element.Extent "$name -$($element.ParameterName)" }
          if ($element.GetType().Name -eq 'VariableExpressionAst' -and $element.Splatted) { Fact 'parameter' $element.Extent "$name $element" }
        }
        if ($name -in 'Where-Object', 'ForEach-Object', '?', '%' -and $node.CommandElements.Count -gt 1 -and $node.CommandElements[1].GetType().Name -ne 'ScriptBlockExpressionAst') { Fact 'syntax' $node.Extent "3 $name without a block" }
      }
      'FunctionDefinitionAst' { Fact 'function' $node.Extent $node.Name }
      'TypeExpressionAst' { Fact 'type' $node.Extent $node.TypeName.FullName }
      'TypeConstraintAst' { Fact 'type' $node.Extent $node.TypeName.FullName }
      'ConvertExpressionAst' { if ($node.Type.TypeName.FullName -in 'ordered', 'pscustomobject') { Fact 'syntax' $node.Extent "3 [$($node.Type.TypeName.FullName)]" } }
      'VariableExpressionAst' { if ($node.VariablePath.UserPath -eq 'input') { Fact 'variable' $node.Extent 'input' } }
      'AssignmentStatementAst' {
        $left = $node.Left
        if ($left.GetType().Name -eq 'MemberExpressionAst') { Fact 'member' $left.Extent ('set ' + $(if ($left.Static) { "$($left.Expression)::" } else { '.' }) + "$($left.Member)") }
      }
      'MemberExpressionAst' { if ($node.Static) { Fact 'member' $node.Extent "$($node.Expression)::$($node.Member)" } }
      'InvokeMemberExpressionAst' {
        if ($node.Static) { Fact 'member' $node.Extent "$($node.Expression)::$($node.Member)()" } else { Fact 'member' $node.Extent ".$($node.Member)()" }
        if ($node.Static -and "$($node.Member)" -eq 'new') { Fact 'syntax' $node.Extent '5 ::new' }
      }
      'FileRedirectionAst' { Fact 'redirection' $node.Extent "$($node.Location)" }
    }
  }
  'next'
}
