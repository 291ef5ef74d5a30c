package org.kartoteka.commissions.internal.domain;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A base that somebody wrote down as a formula: plain arithmetic, comparisons, {@code if}, {@code
 * min}, {@code max}, {@code abs} and {@code round} over a few numbers of the deal. Nothing else is
 * known to it, it cannot loop, and after so many steps it is given up.
 */
public final class Formula {

  /** What can stand in a formula. */
  public static final Set<String> VARIABLES =
      Set.of("net", "cost", "margin", "gross", "quantity", "subscription", "lines", "invoice");

  public static final int LONGEST = 500;
  private static final int MOST_STEPS = 1000;

  private static final ExpressionConfiguration LANGUAGE =
      ExpressionConfiguration.builder()
          .mathContext(MathContext.DECIMAL128)
          .operatorDictionary(
              MapBasedOperatorDictionary.ofOperators(
                  Map.<String, OperatorIfc>entry("-", new PrefixMinusOperator()),
                  Map.<String, OperatorIfc>entry("+", new InfixPlusOperator()),
                  Map.<String, OperatorIfc>entry("-", new InfixMinusOperator()),
                  Map.<String, OperatorIfc>entry("*", new InfixMultiplicationOperator()),
                  Map.<String, OperatorIfc>entry("/", new InfixDivisionOperator()),
                  Map.<String, OperatorIfc>entry("=", new InfixEqualsOperator()),
                  Map.<String, OperatorIfc>entry("<>", new InfixNotEqualsOperator()),
                  Map.<String, OperatorIfc>entry(">", new InfixGreaterOperator()),
                  Map.<String, OperatorIfc>entry(">=", new InfixGreaterEqualsOperator()),
                  Map.<String, OperatorIfc>entry("<", new InfixLessOperator()),
                  Map.<String, OperatorIfc>entry("<=", new InfixLessEqualsOperator()),
                  Map.<String, OperatorIfc>entry("&&", new InfixAndOperator()),
                  Map.<String, OperatorIfc>entry("||", new InfixOrOperator())))
          .functionDictionary(
              MapBasedFunctionDictionary.ofFunctions(
                  Map.<String, FunctionIfc>entry("ABS", new AbsFunction()),
                  Map.<String, FunctionIfc>entry("IF", new IfFunction()),
                  Map.<String, FunctionIfc>entry("MAX", new MaxFunction()),
                  Map.<String, FunctionIfc>entry("MIN", new MinFunction()),
                  Map.<String, FunctionIfc>entry("ROUND", new RoundFunction())))
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .build();

  private final String text;

  /** A formula that was checked before. */
  public Formula(String text) {
    this.text = text;
  }

  /** What is wrong with the text, in a word of the reader's; empty when it can be reckoned. */
  public static Optional<String> problem(String text) {
    if (text == null || text.isBlank()) {
      return Optional.of("required");
    }
    if (text.length() > LONGEST) {
      return Optional.of("tooLong");
    }
    try {
      Expression parsed = new Counted(text);
      Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      unknown.addAll(parsed.getUsedVariables());
      unknown.removeAll(VARIABLES);
      if (!unknown.isEmpty() || parsed.getAllASTNodes().size() > MOST_STEPS) {
        return Optional.of("formula");
      }
      return Optional.empty();
    } catch (ParseException | RuntimeException | StackOverflowError wrong) {
      return Optional.of("formula");
    }
  }

  /** What it makes of the numbers; zero where it cannot be reckoned, such as over nothing. */
  BigDecimal value(Map<String, BigDecimal> numbers) {
    try {
      EvaluationValue value = new Counted(text).withValues(numbers).evaluate();
      return value.isNumberValue() ? value.getNumberValue() : BigDecimal.ZERO;
    } catch (BaseException | ArithmeticException impossible) {
      return BigDecimal.ZERO;
    }
  }

  /** An expression that counts its steps. */
  private static final class Counted extends Expression {

    private int steps;

    Counted(String text) {
      super(text, LANGUAGE);
    }

    @Override
    public EvaluationValue evaluateSubtree(ASTNode node) throws EvaluationException {
      if (++steps > MOST_STEPS) {
        throw new EvaluationException(node.getToken(), "too many steps");
      }
      return super.evaluateSubtree(node);
    }
  }
}
